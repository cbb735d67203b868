import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, unwrap } from './client';
import { type PostAddress, questionKey } from './question-cache';
import { questionListsKey } from './questions';

export function revisionsQuery(postId: number) {
  return queryOptions({
    queryKey: ['posts', postId, 'revisions'],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/posts/{id}/revisions', { params: { path: { id: postId } }, signal })),
    // Whoever opens the history wants the edit of a moment ago in it.
    staleTime: 0,
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
