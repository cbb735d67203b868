import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client, unwrap } from './client';
import type { components } from './schema';

export type Badge = components['schemas']['BadgeStanding'];
export type BadgeHolder = components['schemas']['BadgeHolder'];

export const allBadgesQuery = queryOptions({
  queryKey: ['badges', 'all'],
  queryFn: ({ signal }) => unwrap(client.GET('/badges', { signal })),
});

export function badgeQuery(key: string) {
  return queryOptions({
    queryKey: ['badges', 'one', key],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/badges/{key}', { params: { path: { key } }, signal })),
  });
}

export function badgeHoldersQuery(key: string, page: number) {
  return queryOptions({
    queryKey: ['badges', 'one', key, 'holders', page],
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/badges/{key}/holders', { params: { path: { key }, query: { page } }, signal }),
      ),
    placeholderData: keepPreviousData,
  });
}
