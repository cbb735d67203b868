import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, unwrap } from './client';
import { questionKey } from './question-cache';
import { questionListsKey } from './questions';

/** Has everything fetched anew that a conversion moves about. */
function useRefresh(questionId: number) {
  const queryClient = useQueryClient();
  return async () => {
    void queryClient.invalidateQueries({ queryKey: ['posts'] });
    void queryClient.invalidateQueries({ queryKey: questionListsKey });
    await queryClient.invalidateQueries({ queryKey: questionKey(questionId) });
  };
}

interface ToAnswer {
  note: string;
  confirmSecond: boolean;
}

/** Makes an answer of a comment. */
export function useMakeAnswer(questionId: number, commentId: number) {
  const refresh = useRefresh(questionId);
  return useMutation({
    mutationFn: (body: ToAnswer) =>
      unwrap(client.PUT('/comments/{id}/answer', { params: { path: { id: commentId } }, body })),
    onSuccess: refresh,
  });
}

/** Makes a comment on the question of an answer. */
export function useMakeComment(questionId: number, answerId: number) {
  const refresh = useRefresh(questionId);
  return useMutation({
    mutationFn: (note: string) =>
      unwrap(
        client.PUT('/answers/{id}/comment', { params: { path: { id: answerId } }, body: { note } }),
      ),
    onSuccess: refresh,
  });
}
