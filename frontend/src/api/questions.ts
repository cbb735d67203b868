import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { isEditConflict } from '@/lib/problem';
import { client, unwrap } from './client';
import { questionKey } from './question-cache';
import type { paths } from './schema';
import type { AskInput, EditQuestionInput } from './types';
import { useCreationKey } from './use-creation-key';

export type QuestionFilter = NonNullable<paths['/questions']['get']['parameters']['query']>;
export type QuestionView = NonNullable<QuestionFilter['view']>;
export type AnswerOrder = NonNullable<
  NonNullable<paths['/questions/{id}']['get']['parameters']['query']>['answers']
>;

/** Every list of questions: whatever changes one question invalidates all lists at once. */
export const questionListsKey = ['questions', 'list'] as const;

export function questionListQuery(filter: QuestionFilter) {
  return queryOptions({
    queryKey: [...questionListsKey, filter],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/questions', { params: { query: filter }, signal })),
  });
}

/** A question with its first 30 answers in an order. */
export function questionQuery(id: number, answers: AnswerOrder = 'best') {
  return queryOptions({
    queryKey: [...questionKey(id), 'page', answers],
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/questions/{id}', { params: { path: { id }, query: { answers } }, signal }),
      ),
  });
}

/** Questions like the one whose title this is; the search engine judges what is like it. */
export function similarQuestionsQuery(title: string) {
  return queryOptions({
    queryKey: ['questions', 'similar', title],
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/search', {
          params: { query: { q: title, kind: 'question', pageSize: 6 } },
          signal,
        }),
      ),
    staleTime: 5 * 60_000,
  });
}

export function useAsk() {
  const queryClient = useQueryClient();
  const keyFor = useCreationKey();
  return useMutation({
    mutationFn: (body: AskInput) =>
      unwrap(client.POST('/questions', { headers: keyFor(body), body })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: questionListsKey }),
  });
}

/** `onOvertaken`: somebody saved a newer version meanwhile, and nothing was written. */
export function useEditQuestion(id: number, onOvertaken: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: EditQuestionInput) =>
      unwrap(client.PUT('/questions/{id}', { params: { path: { id } }, body })),
    onError: (error) => isEditConflict(error) && onOvertaken(),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['questions'] }),
  });
}
