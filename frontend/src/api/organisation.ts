import { queryOptions } from '@tanstack/react-query';
import { client, unwrap } from './client';

export const organisationQuery = queryOptions({
  queryKey: ['organisation'],
  queryFn: ({ signal }) => unwrap(client.GET('/organisation', { signal })),
  staleTime: 60_000,
});
