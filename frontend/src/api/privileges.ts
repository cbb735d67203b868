import { queryOptions } from '@tanstack/react-query';
import { client, unwrap } from './client';
import type { paths } from './schema';

export type Privileges =
  paths['/privileges']['get']['responses'][200]['content']['application/json'];
export type Privilege = Privileges['items'][number];

export const privilegesQuery = queryOptions({
  queryKey: ['privileges'],
  queryFn: ({ signal }) => unwrap(client.GET('/privileges', { signal })),
});
