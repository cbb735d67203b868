import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client, unwrap } from './client';
import type { paths } from './schema';

type SearchPath = paths['/search']['get'];

export type SearchFilter = NonNullable<SearchPath['parameters']['query']>;
export type SearchResult = SearchPath['responses'][200]['content']['application/json'];
export type SearchHit = SearchResult['items'][number];
export type Facets = SearchResult['facets'];
export type Facet = Facets['kind'][number];

/** What is found; until a changed question is answered, the results of the last one stay. */
export function searchQuery(filter: SearchFilter) {
  return queryOptions({
    queryKey: ['search', filter],
    queryFn: ({ signal }) => unwrap(client.GET('/search', { params: { query: filter }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}
