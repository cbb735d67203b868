import { pageNumber } from '@/lib/search-params';

const kinds = ['questions', 'people', 'spaces'] as const;
type Kind = (typeof kinds)[number];

/** The address of the page; without a kind it shows questions. */
export interface FollowingSearch {
  kind?: Kind;
  page?: number;
}

export const followingRoute = {
  validateSearch: (raw: Record<string, unknown>): FollowingSearch => ({
    kind: kinds.find((kind) => kind === raw.kind),
    page: pageNumber(raw.page),
  }),
};
