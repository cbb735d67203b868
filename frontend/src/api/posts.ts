import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { client, unwrap } from './client';
import { type PostAddress, questionKey } from './question-cache';
import { questionListsKey } from './questions';

/** The versions of a post, the newest first, or from one of them on. */
export function revisionsQuery(postId: number, from?: number) {
  return infiniteQueryOptions({
    queryKey: ['posts', postId, 'revisions', from ?? 'newest'],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        client.GET('/posts/{id}/revisions', {
          params: { path: { id: postId }, query: { before: pageParam } },
          signal,
        }),
      ),
    initialPageParam: from === undefined ? 0 : from + 1,
    getNextPageParam: ({ older, items }) => (older ? items.at(-1)?.number : undefined),
    // Whoever opens the history wants the edit of a moment ago in it.
    staleTime: 0,
  });
}

/** One version of a post; null where there is no such version. */
export function revisionQuery(postId: number, number: number) {
  return queryOptions({
    queryKey: ['posts', postId, 'revision', number],
    queryFn: async ({ signal }) => {
      const query = { before: number + 1, pageSize: 1 };
      const { items } = await unwrap(
        client.GET('/posts/{id}/revisions', { params: { path: { id: postId }, query }, signal }),
      );
      return items[0]?.number === number ? items[0] : null;
    },
  });
}

/** The text as the server would show it. */
export function previewQuery(body: string) {
  return queryOptions({
    queryKey: ['markdown', body],
    queryFn: ({ signal }) => unwrap(client.POST('/markdown', { body: { body }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
}

/** Deletes a question or an answer (softly), or brings it back. */
export function useDeletion({ questionId, postId }: PostAddress) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ deleted, note }: { deleted: boolean; note: string }) => {
      const params = { path: { id: postId }, query: { note } };
      if (!deleted) return unwrap(client.DELETE('/posts/{id}/deletion', { params }));
      return unwrap(
        postId === questionId
          ? client.DELETE('/questions/{id}', { params })
          : client.DELETE('/answers/{id}', { params }),
      );
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: questionKey(questionId) });
      void queryClient.invalidateQueries({ queryKey: questionListsKey });
    },
  });
}
