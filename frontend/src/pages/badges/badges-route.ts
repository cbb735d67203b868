import { allBadgesQuery, badgeHoldersQuery, badgeQuery } from '@/api/badges';
import type { RouterContext } from '@/lib/router-context';
import { oneOf, pageNumber } from '@/lib/search-params';

/** The address of the page; without show it has all badges. */
export interface BadgesSearch {
  show?: 'mine' | 'missing';
}

export const badgesRoute = {
  validateSearch: (raw: Record<string, unknown>): BadgesSearch => ({
    show: oneOf(raw.show, ['mine', 'missing']),
  }),
  loader: ({ context }: { context: RouterContext }) =>
    context.queryClient.prefetchQuery(allBadgesQuery),
};

export interface BadgeSearch {
  page?: number;
}

interface BadgeLoad {
  context: RouterContext;
  params: { key: string };
  deps: BadgeSearch;
}

export const badgeRoute = {
  validateSearch: (raw: Record<string, unknown>): BadgeSearch => ({ page: pageNumber(raw.page) }),
  loaderDeps: ({ search }: { search: BadgeSearch }) => search,
  loader: ({ context, params: { key }, deps: { page = 1 } }: BadgeLoad) =>
    Promise.all([
      context.queryClient.prefetchQuery(badgeQuery(key)),
      context.queryClient.prefetchQuery(badgeHoldersQuery(key, page)),
    ]),
};
