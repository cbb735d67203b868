import { useLingui } from '@lingui/react/macro';
import { linkOptions } from '@tanstack/react-router';
import { useMeasureNames, usePeriodNames } from '@/features/leaderboard/use-words';
import { SegmentedLinks } from '@/ui/segmented-links';
import classes from './leaderboard-page.module.css';
import { boardFilter, type LeaderboardSearch, measures, periods } from './leaderboard-route';

/** Which days count, and what of them. */
export function BoardChoices({ search }: { search: LeaderboardSearch }) {
  const { t } = useLingui();
  const periodNames = usePeriodNames();
  const measureNames = useMeasureNames();
  const chosen = boardFilter(search);
  const linkTo = (change: LeaderboardSearch) =>
    linkOptions({ to: '/leaderboard', search: { ...search, ...change, page: undefined } });
  return (
    <div className={classes.choices}>
      <SegmentedLinks
        label={t`Period`}
        segments={periods.map((period) => ({
          label: periodNames[period],
          active: period === chosen.period,
          link: linkTo({ period }),
        }))}
      />
      <SegmentedLinks
        label={t`What is counted`}
        segments={measures.map((by) => ({
          label: measureNames[by],
          active: by === chosen.by,
          link: linkTo({ by }),
        }))}
      />
    </div>
  );
}
