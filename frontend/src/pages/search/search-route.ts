import { searchQuery } from '@/api/search';
import {
  type SearchAddress,
  searchFilter,
  searchKinds,
  searchSorts,
  searchStates,
} from '@/features/search/search-address';
import type { RouterContext } from '@/lib/router-context';
import { oneOf, pageNumber, text, texts } from '@/lib/search-params';

/** A day as the server reads it; what somebody mistyped in the address narrows nothing. */
function day(value: unknown): string | undefined {
  const written = text(value);
  return written && /^\d{4}-\d\d-\d\d$/.test(written) ? written : undefined;
}

/** Without words and without filters there is nothing to search for. */
export function isAsked({ sort: _, page: __, ...rest }: SearchAddress): boolean {
  return Object.values(rest).some(Boolean);
}

export const searchRoute = {
  validateSearch: (raw: Record<string, unknown>): SearchAddress => ({
    q: text(raw.q),
    kind: oneOf(raw.kind, searchKinds),
    space: text(raw.space),
    tag: texts(raw.tag),
    author: text(raw.author),
    state: oneOf(raw.state, searchStates),
    from: day(raw.from),
    to: day(raw.to),
    sort: oneOf(raw.sort, searchSorts),
    page: pageNumber(raw.page),
  }),
  loaderDeps: ({ search }: { search: SearchAddress }) => search,
  // Not waited for: until the next results are there, the last ones stay.
  loader: ({ context, deps }: { context: RouterContext; deps: SearchAddress }) => {
    if (isAsked(deps)) void context.queryClient.prefetchQuery(searchQuery(searchFilter(deps)));
  },
};
