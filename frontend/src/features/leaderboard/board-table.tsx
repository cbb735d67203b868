import { useLingui } from '@lingui/react/macro';
import type { Leaderboard, Place } from '@/api/leaderboards';
import { formatNumber } from '@/lib/format';
import { useLanguage } from '@/lib/use-language';
import { NumberText } from '@/ui/number';
import { PersonCard } from '@/ui/person';
import { type Band, inBands } from './bands';
import classes from './board-table.module.css';
import { useMeasureNames, usePeriodNames } from './use-words';

interface BoardTableProps {
  board: Leaderboard;
  /** Whose row is marked. */
  me: number | undefined;
  busy: boolean;
}

/** The places of one page: ten with their rank, those behind in bands. */
export function BoardTable({ board, me, busy }: BoardTableProps) {
  const { t } = useLingui();
  const measures = useMeasureNames();
  const periods = usePeriodNames();
  return (
    <table className={classes.table} aria-busy={busy}>
      <caption className={classes.caption}>
        {`${measures[board.by]}, ${periods[board.period]}`}
      </caption>
      <thead>
        <tr>
          <th scope="col" className={classes.rank}>{t`Rank`}</th>
          <th scope="col">{t`Person`}</th>
          <th scope="col" className={classes.value}>
            {measures[board.by]}
          </th>
        </tr>
      </thead>
      {inBands(board.items).map((band) => (
        <BandRows key={band.range?.from ?? 0} band={band} me={me} />
      ))}
    </table>
  );
}

function BandRows({ band, me }: { band: Band; me: number | undefined }) {
  const title = useBandName();
  return (
    <tbody>
      {band.range ? (
        <tr className={classes.band}>
          <th scope="rowgroup" colSpan={3}>
            {title(band.range)}
          </th>
        </tr>
      ) : null}
      {band.places.map((place) => (
        <PlaceRow
          key={place.person.id}
          place={place}
          numbered={!band.range}
          mine={place.person.id === me}
        />
      ))}
    </tbody>
  );
}

/** "Places 11 to 20". */
export function useBandName(): (range: { from: number; to: number }) => string {
  const { t } = useLingui();
  const language = useLanguage();
  return ({ from, to }) =>
    t`Places ${formatNumber(from, language)} to ${formatNumber(to, language)}`;
}

interface PlaceRowProps {
  place: Place;
  numbered: boolean;
  mine: boolean;
}

function PlaceRow({ place, numbered, mine }: PlaceRowProps) {
  const { t } = useLingui();
  return (
    <tr data-mine={mine || undefined}>
      <td className={classes.rank}>
        {numbered ? (
          <span className={classes.medal} data-rank={place.rank}>
            <NumberText value={place.rank} />
          </span>
        ) : null}
      </td>
      <td>
        <span className={classes.person}>
          <PersonCard person={place.person} />
          {mine ? <span className={classes.you}>{t`You`}</span> : null}
        </span>
      </td>
      <td className={classes.value}>
        <NumberText value={place.value} />
      </td>
    </tr>
  );
}
