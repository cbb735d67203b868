import { type LeaderboardFilter, leaderboardQuery } from '@/api/leaderboards';
import type { RouterContext } from '@/lib/router-context';
import { oneOf, pageNumber } from '@/lib/search-params';

export const periods = ['week', 'month', 'quarter', 'year', 'all'] as const;
export const measures = ['reputation', 'answers', 'acceptedAnswers'] as const;

export interface LeaderboardSearch {
  period?: (typeof periods)[number];
  by?: (typeof measures)[number];
  page?: number;
}

export function boardFilter(search: LeaderboardSearch) {
  return {
    period: search.period ?? 'month',
    by: search.by ?? 'reputation',
    page: search.page ?? 1,
  } satisfies LeaderboardFilter;
}

export const leaderboardRoute = {
  validateSearch: (raw: Record<string, unknown>): LeaderboardSearch => ({
    period: oneOf(raw.period, periods),
    by: oneOf(raw.by, measures),
    page: pageNumber(raw.page),
  }),
  loaderDeps: ({ search }: { search: LeaderboardSearch }) => search,
  // Not waited for: until the next board is there, the last one stays.
  loader: ({ context, deps }: { context: RouterContext; deps: LeaderboardSearch }) => {
    void context.queryClient.prefetchQuery(leaderboardQuery(boardFilter(deps)));
  },
};
