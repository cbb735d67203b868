import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { isEditConflict } from '@/lib/problem';
import { client, unwrap } from './client';
import { appendAnswer, patchAccepted, questionKey } from './question-cache';
import { type AnswerOrder, questionListsKey } from './questions';
import type { AnswerInput, EditAnswerInput } from './types';
import { useCreationKey } from './use-creation-key';

/** As many answers come with their question, and as many on each further page. */
export const answersPerPage = 30;

/** Further answers of a question with more than its page holds. */
export function answersQuery(questionId: number, sort: AnswerOrder, page: number) {
  return queryOptions({
    queryKey: [...questionKey(questionId), 'answers', sort, page],
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/questions/{id}/answers', {
          params: { path: { id: questionId }, query: { sort, page } },
          signal,
        }),
      ),
  });
}

export function answerQuery(id: number) {
  return queryOptions({
    queryKey: ['answers', id],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/answers/{id}', { params: { path: { id } }, signal })),
  });
}

export function usePostAnswer(questionId: number) {
  const queryClient = useQueryClient();
  const keyFor = useCreationKey();
  return useMutation({
    mutationFn: (body: AnswerInput) =>
      unwrap(
        client.POST('/questions/{id}/answers', {
          params: { path: { id: questionId } },
          headers: keyFor(body),
          body,
        }),
      ),
    onSuccess: (answer) => {
      appendAnswer(queryClient, answer);
      return queryClient.invalidateQueries({ queryKey: questionListsKey });
    },
  });
}

/** `onOvertaken`: somebody saved a newer version meanwhile, and nothing was written. */
export function useEditAnswer(id: number, onOvertaken: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: EditAnswerInput) =>
      unwrap(client.PUT('/answers/{id}', { params: { path: { id } }, body })),
    onError: (error) => isEditConflict(error) && onOvertaken(),
    onSuccess: (answer) => {
      queryClient.setQueryData(answerQuery(id).queryKey, answer);
      return queryClient.invalidateQueries({ queryKey: questionKey(answer.questionId) });
    },
  });
}

interface Acceptance {
  /** The accepted answer as the screen showed it, or null. */
  from: number | null;
  to: number | null;
}

/** Accepts an answer (to) or takes the mark away (to null); it shows at once. */
export function useAccept(questionId: number, onRefused: (error: unknown) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    scope: { id: `accept-${questionId}` },
    mutationFn: ({ from, to }: Acceptance) => {
      const params = { path: { id: to ?? from ?? 0 } };
      const request =
        to === null
          ? client.DELETE('/answers/{id}/acceptance', { params })
          : client.PUT('/answers/{id}/acceptance', { params });
      return unwrap(request);
    },
    onMutate: async ({ to }) => {
      await queryClient.cancelQueries({ queryKey: questionKey(questionId) });
      patchAccepted(queryClient, questionId, to);
    },
    onError: (error, { from }) => {
      patchAccepted(queryClient, questionId, from);
      onRefused(error);
    },
    onSuccess: ({ acceptedAnswerId }) => {
      patchAccepted(queryClient, questionId, acceptedAnswerId);
      return queryClient.invalidateQueries({ queryKey: questionListsKey });
    },
  });
}
