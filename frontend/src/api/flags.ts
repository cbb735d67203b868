import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, unwrap } from './client';
import type { components } from './schema';

export type PostFlag = components['schemas']['PostFlag'];
export type MyFlag = components['schemas']['MyFlag'];
export type FlagReason = PostFlag['reason'];

/** What a flag stands at. */
export interface FlagTarget {
  kind: 'post' | 'comment';
  id: number;
}

const flagsKey = ['me', 'flags'] as const;

export function myFlagsQuery(page: number) {
  return queryOptions({
    queryKey: [...flagsKey, 'all', page],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/me/flags', { params: { query: { page } }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** One's open flag; null for none. It is read anew each time, since moderators decide meanwhile. */
export function flagQuery({ kind, id }: FlagTarget) {
  const params = { path: { id } };
  return queryOptions({
    queryKey: [...flagsKey, kind, id],
    queryFn: async ({ signal }) => {
      const { flag } = await unwrap(
        kind === 'post'
          ? client.GET('/posts/{id}/flag', { params, signal })
          : client.GET('/comments/{id}/flag', { params, signal }),
      );
      return flag;
    },
    staleTime: 0,
    gcTime: 0,
  });
}

/** Raises a flag or changes the open one; null takes it back. */
export function useFlag({ kind, id }: FlagTarget) {
  const queryClient = useQueryClient();
  const params = { path: { id } };
  return useMutation({
    mutationFn: async (body: { reason: FlagReason; note: string } | null) => {
      if (kind === 'post') {
        if (body) await unwrap(client.PUT('/posts/{id}/flag', { params, body }));
        else await unwrap(client.DELETE('/posts/{id}/flag', { params }));
      } else if (body) await unwrap(client.PUT('/comments/{id}/flag', { params, body }));
      else await unwrap(client.DELETE('/comments/{id}/flag', { params }));
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: flagsKey }),
  });
}
