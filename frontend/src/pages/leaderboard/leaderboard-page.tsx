import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, linkOptions } from '@tanstack/react-router';
import { Trophy } from 'lucide-react';
import { type Leaderboard, leaderboardQuery } from '@/api/leaderboards';
import { useMe } from '@/api/me';
import { BoardTable } from '@/features/leaderboard/board-table';
import { StandingPanel } from '@/features/leaderboard/standing-panel';
import { ButtonLink } from '@/ui/button-link';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { Pager } from '@/ui/pager';
import { Panel } from '@/ui/panel';
import { StaleNotice } from '@/ui/stale-notice';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states';
import { BoardChoices } from './board-choices';
import classes from './leaderboard-page.module.css';
import { boardFilter, type LeaderboardSearch } from './leaderboard-route';
import { Span } from './span';

const route = getRouteApi('/leaderboard');

export function LeaderboardPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const { data } = useQuery(leaderboardQuery(boardFilter(search)));
  const hasRail = useMediaQuery('(min-width: 75em)', true, { getInitialValueInEffect: false });
  const standing = data ? <StandingPanel board={data} /> : null;
  return (
    <Page
      title={t`Leaderboard`}
      rail={
        <>
          {hasRail ? standing : null}
          <Explanation />
        </>
      }
    >
      <PageHeader title={t`Leaderboard`} subtitle={data ? <Subtitle board={data} /> : ' '} />
      <BoardChoices search={search} />
      {hasRail ? null : <div className={classes.standing}>{standing}</div>}
      <Board search={search} />
    </Page>
  );
}

function Subtitle({ board }: { board: Leaderboard }) {
  return (
    <>
      <Span board={board} />
      {' · '}
      <Plural value={board.total} one="# person" other="# people" />
    </>
  );
}

function Board({ search }: { search: LeaderboardSearch }) {
  const me = useMe();
  const { data, error, refetch, isPending, isPlaceholderData } = useQuery(
    leaderboardQuery(boardFilter(search)),
  );
  if (isPending) return <SkeletonRows rows={10} height={51} />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data.items.length === 0) return <NobodyYet />;
  return (
    <>
      <StaleNotice error={error} onRetry={() => void refetch()} />
      <BoardTable board={data} me={me?.id} busy={isPlaceholderData} />
      <Pager
        page={data.page}
        pages={data.pages}
        linkTo={(page) => linkOptions({ to: '/leaderboard', search: { ...search, page } })}
      />
    </>
  );
}

function NobodyYet() {
  const { t } = useLingui();
  return (
    <EmptyState
      icon={<Trophy size={28} />}
      title={t`Nobody is on this board yet`}
      action={
        <ButtonLink to="/questions" search={{ view: 'unanswered' }} variant="default">
          {t`Questions that wait for an answer`}
        </ButtonLink>
      }
    >
      {t`Whoever helps first is first. Or choose a longer period above.`}
    </EmptyState>
  );
}

function Explanation() {
  const { t } = useLingui();
  return (
    <Panel title={t`How this is counted`}>
      <p className={classes.text}>
        <Trans>
          Reputation comes from votes on questions and answers and from accepted answers.{' '}
          <Link to="/privileges">What it unlocks</Link>
        </Trans>
      </p>
      <p className={classes.text}>
        {t`Only the first ten places are numbered. Further back the distance says little, so places are shown in bands.`}
      </p>
    </Panel>
  );
}
