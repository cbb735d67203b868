import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client, unwrap } from './client';
import type { paths } from './schema';

type LeaderboardPath = paths['/leaderboards']['get'];

export type LeaderboardFilter = NonNullable<LeaderboardPath['parameters']['query']>;
export type Leaderboard = LeaderboardPath['responses'][200]['content']['application/json'];
export type Place = Leaderboard['items'][number];
export type Standing = NonNullable<Leaderboard['me']>;
export type Period = Leaderboard['period'];
export type Measure = Leaderboard['by'];

export function leaderboardQuery(filter: LeaderboardFilter) {
  return queryOptions({
    queryKey: ['leaderboards', filter],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/leaderboards', { params: { query: filter }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
