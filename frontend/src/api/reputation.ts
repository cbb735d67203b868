import { infiniteQueryOptions } from '@tanstack/react-query';
import { client, unwrap } from './client';
import { userKey } from './users';

const first: string | undefined = undefined;

/** A person's ledger, newest first, read on part by part. */
export function reputationQuery(id: number) {
  return infiniteQueryOptions({
    queryKey: [...userKey(id), 'reputation'],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        client.GET('/users/{id}/reputation', {
          params: { path: { id }, query: { cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: first as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}
