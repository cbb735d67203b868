import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { stringifySearch } from '@/lib/search-string';
import { client, unwrap } from './client';
import type { components } from './schema';

export type PrivateFeed = components['schemas']['FeedToken'];
export type FeedInput = components['schemas']['MakeFeedTokenInputBody'];

/** The address of a list's feed, as everybody may read it. */
export function feedAddress(list: string, search: Record<string, unknown> = {}): string {
  return `/api/v1/feeds/${list}${stringifySearch(search)}`;
}

export const privateFeedsQuery = queryOptions({
  queryKey: ['me', 'feeds'],
  queryFn: ({ signal }) => unwrap(client.GET('/me/feed-tokens', { signal })),
  staleTime: 0,
});

function useFeedChange<Input, Output>(send: (input: Input) => Promise<Output>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => queryClient.invalidateQueries({ queryKey: privateFeedsQuery.queryKey }),
  });
}

/** A private address of a feed, which is told this once. */
export function useMakeFeed() {
  return useFeedChange((body: FeedInput) => unwrap(client.POST('/me/feed-tokens', { body })));
}

/** Another private address; the one before shows nothing any more. */
export function useRenewFeed() {
  return useFeedChange((id: number) =>
    unwrap(client.PUT('/me/feed-tokens/{id}/secret', { params: { path: { id } } })),
  );
}

export function useRevokeFeed() {
  return useFeedChange((id: number) =>
    unwrap(client.DELETE('/me/feed-tokens/{id}', { params: { path: { id } } })),
  );
}
