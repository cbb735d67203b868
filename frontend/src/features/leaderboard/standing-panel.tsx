import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useLocation } from '@tanstack/react-router';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { Leaderboard, Place, Standing } from '@/api/leaderboards';
import { useMe } from '@/api/me';
import { formatNumber } from '@/lib/format';
import { useLanguage } from '@/lib/use-language';
import { Avatar } from '@/ui/avatar';
import { NumberText } from '@/ui/number';
import { Panel } from '@/ui/panel';
import { bandOf } from './bands';
import { useBandName } from './board-table';
import classes from './standing-panel.module.css';

/** One's own place with those just above and below; how to get one where there is none. */
export function StandingPanel({ board }: { board: Leaderboard }) {
  const { t } = useLingui();
  const me = useMe();
  const next = useLocation({ select: (location) => location.href });
  if (me === undefined) return null;
  return (
    <Panel title={t`Your place`}>
      {me === null ? (
        <p className={classes.hint}>
          <Trans>
            <Link to="/sign-in" search={{ next }}>
              Sign in
            </Link>{' '}
            to see where you stand.
          </Trans>
        </p>
      ) : null}
      {me && !board.me ? (
        <p className={classes.hint}>
          <Trans>
            You have no place here yet. An{' '}
            <Link to="/questions" search={{ view: 'unanswered' }}>
              unanswered question
            </Link>{' '}
            is a good start.
          </Trans>
        </p>
      ) : null}
      {me && board.me ? <Neighbours standing={board.me} total={board.total} me={me.id} /> : null}
    </Panel>
  );
}

interface NeighboursProps {
  standing: Standing;
  total: number;
  me: number;
}

function Neighbours({ standing, total, me }: NeighboursProps) {
  const language = useLanguage();
  const name = useBandName();
  const rank = formatNumber(standing.rank, language);
  const all = formatNumber(total, language);
  const band = bandOf(standing.rank);
  return (
    <>
      <p className={classes.rank}>
        <Trans>
          <b>{rank}</b> of {all}
        </Trans>
      </p>
      {band ? <p className={classes.hint}>{name(band)}</p> : null}
      <ol className={classes.list}>
        {standing.neighbours.map((place) => (
          <Neighbour
            key={place.person.id}
            place={place}
            mine={place.person.id === me}
            own={standing.value}
          />
        ))}
      </ol>
    </>
  );
}

interface NeighbourProps {
  place: Place;
  mine: boolean;
  /** The reader's own figure. */
  own: number;
}

function Neighbour({ place, mine, own }: NeighbourProps) {
  const { t } = useLingui();
  const { person, value } = place;
  return (
    <li className={classes.place} data-mine={mine || undefined} aria-current={mine || undefined}>
      <Avatar name={person.name} url={person.avatarUrl} size={24} />
      <Link
        to="/people/$id/{-$slug}"
        params={{ id: String(person.id), slug: person.handle }}
        className={classes.name}
      >
        {mine ? t`You` : person.name}
      </Link>
      {value > own ? <ArrowUp size={13} role="img" aria-label={t`ahead of you`} /> : null}
      {value < own ? <ArrowDown size={13} role="img" aria-label={t`behind you`} /> : null}
      <span className={classes.value}>
        <NumberText value={value} />
      </span>
    </li>
  );
}
