import { queryOptions } from '@tanstack/react-query';
import { client, unwrap } from './client';

export const spacesQuery = queryOptions({
  queryKey: ['spaces'],
  queryFn: ({ signal }) => unwrap(client.GET('/spaces', { signal })),
  staleTime: 60_000,
});

export function spaceQuery(slug: string) {
  return queryOptions({
    queryKey: ['spaces', slug],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/spaces/{slug}', { params: { path: { slug } }, signal })),
  });
}
