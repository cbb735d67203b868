import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client, unwrap } from './client';

/** Tags whose name holds what one has typed, the most used first. */
export function tagNamesQuery(q: string) {
  return queryOptions({
    queryKey: ['tags', 'names', q],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/tags', { params: { query: { q, pageSize: 6 } }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
