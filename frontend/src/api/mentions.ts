import { queryOptions } from '@tanstack/react-query';
import { client, unwrap } from './client';

/** People who may read a space, by the beginning of a handle or a name. */
export function mentionsQuery(space: string, beginning: string) {
  return queryOptions({
    queryKey: ['mentions', space, beginning.toLowerCase()],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/mentions', { params: { query: { space, q: beginning } }, signal })),
    staleTime: 60_000,
  });
}
