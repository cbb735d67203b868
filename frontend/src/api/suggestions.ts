import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { isEditConflict } from '@/lib/problem';
import { client, unwrap } from './client';
import { questionKey } from './question-cache';
import { questionListsKey } from './questions';
import type { components, paths } from './schema';

export type Suggestion = components['schemas']['Suggestion'];
export type SuggestionSummary = components['schemas']['SuggestionSummary'];
export type SuggestInput = components['schemas']['SuggestedEdit'];
export type Rejection = components['schemas']['RejectInputBody'];
export type RejectReason = Rejection['reason'];
export type SuggestionsFilter = NonNullable<paths['/suggestions']['get']['parameters']['query']>;

const suggestionsKey = ['suggestions'] as const;

export function suggestionsQuery(filter: SuggestionsFilter) {
  return queryOptions({
    queryKey: [...suggestionsKey, 'list', filter],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/suggestions', { params: { query: filter }, signal })),
    // Others decide meanwhile.
    staleTime: 0,
  });
}

export function suggestionQuery(id: number) {
  return queryOptions({
    queryKey: [...suggestionsKey, 'one', id],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/suggestions/{id}', { params: { path: { id } }, signal })),
    staleTime: 0,
  });
}

/** Has everything fetched anew that shows a post, its history or what waits at it. */
function useRefresh() {
  const queryClient = useQueryClient();
  return async (questionId: number, postId: number) => {
    void queryClient.invalidateQueries({ queryKey: suggestionsKey });
    void queryClient.invalidateQueries({ queryKey: ['posts', postId] });
    void queryClient.invalidateQueries({ queryKey: ['answers', postId] });
    void queryClient.invalidateQueries({ queryKey: questionListsKey });
    await queryClient.invalidateQueries({ queryKey: questionKey(questionId) });
  };
}

/** `onOvertaken`: somebody saved a newer version meanwhile, and nothing was written. */
export function useSuggest(questionId: number, postId: number, onOvertaken: () => void) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: SuggestInput) =>
      unwrap(client.POST('/posts/{id}/suggestions', { params: { path: { id: postId } }, body })),
    onError: (error) => isEditConflict(error) && onOvertaken(),
    onSuccess: () => refresh(questionId, postId),
  });
}

type Decision =
  | { how: 'accept' }
  | { how: 'improve'; edit: SuggestInput }
  | { how: 'reject'; rejection: Rejection }
  | { how: 'withdraw' };

/** Decides about a suggestion, or takes one's own back. */
export function useDecide({ id, question, postId }: Suggestion, onOvertaken?: () => void) {
  const refresh = useRefresh();
  const params = { path: { id } };
  return useMutation({
    mutationFn: async (decision: Decision): Promise<void> => {
      switch (decision.how) {
        case 'accept':
          await unwrap(client.PUT('/suggestions/{id}/acceptance', { params }));
          return;
        case 'improve':
          await unwrap(
            client.PUT('/suggestions/{id}/improvement', { params, body: decision.edit }),
          );
          return;
        case 'reject':
          await unwrap(
            client.PUT('/suggestions/{id}/rejection', { params, body: decision.rejection }),
          );
          return;
        case 'withdraw':
          await unwrap(client.DELETE('/suggestions/{id}', { params }));
      }
    },
    onError: (error) => isEditConflict(error) && onOvertaken?.(),
    // What others decided meanwhile shows too.
    onSettled: () => refresh(question.id, postId),
  });
}
