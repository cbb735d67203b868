import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, unwrap } from './client';
import { questionKey } from './question-cache';
import { questionListsKey } from './questions';
import type { components } from './schema';
import type { Question } from './types';

export type Closure = NonNullable<Question['closure']>;
export type CloseReason = Closure['reason'];
export type CloseInput = components['schemas']['CloseInputBody'];
export type Mark = 'locked' | 'pinned' | 'protected';
export type PostAct = components['schemas']['PostAct'];

/** Shows a question's new state, and has everything else that shows it fetched anew. */
function useRefresh(id: number) {
  const queryClient = useQueryClient();
  return async () => {
    void queryClient.invalidateQueries({ queryKey: ['posts', id, 'revisions'] });
    await queryClient.invalidateQueries({ queryKey: questionKey(id) });
    void queryClient.invalidateQueries({ queryKey: questionListsKey });
  };
}

/** Closes a question, or votes for it. */
export function useClose(id: number) {
  const refresh = useRefresh(id);
  return useMutation({
    mutationFn: (body: CloseInput) =>
      unwrap(client.PUT('/questions/{id}/closure', { params: { path: { id } }, body })),
    onSuccess: refresh,
  });
}

/** Reopens a question, or votes for it. */
export function useReopen(id: number) {
  const refresh = useRefresh(id);
  return useMutation({
    mutationFn: (note: string) =>
      unwrap(client.PUT('/questions/{id}/reopening', { params: { path: { id } }, body: { note } })),
    onSuccess: refresh,
  });
}

export function useWithdrawCloseVote(id: number) {
  const refresh = useRefresh(id);
  return useMutation({
    mutationFn: () =>
      unwrap(client.DELETE('/questions/{id}/close-vote', { params: { path: { id } } })),
    onSuccess: refresh,
  });
}

/** Merges a question into another one, which is given back. */
export function useMerge(id: number) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: components['schemas']['MergeInputBody']) =>
      unwrap(client.PUT('/questions/{id}/merging', { params: { path: { id } }, body })),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['questions'] });
      void queryClient.invalidateQueries({ queryKey: ['posts'] });
    },
  });
}

/** Puts marks on a question and takes others off, one after the other. */
export function useMarks(id: number) {
  const refresh = useRefresh(id);
  return useMutation({
    mutationFn: async ({ on, off, note }: { on: Mark[]; off: Mark[]; note: string }) => {
      for (const mark of on) {
        const params = { path: { id, mark } };
        await unwrap(client.PUT('/questions/{id}/marks/{mark}', { params, body: { note } }));
      }
      for (const mark of off) {
        const params = { path: { id, mark }, query: { note } };
        await unwrap(client.DELETE('/questions/{id}/marks/{mark}', { params }));
      }
    },
    onSettled: refresh,
  });
}
