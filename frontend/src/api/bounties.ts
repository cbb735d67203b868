import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, unwrap } from './client';
import { meQuery } from './me';
import { questionKey } from './question-cache';
import { questionListsKey } from './questions';
import type { components } from './schema';
import { useCreationKey } from './use-creation-key';

type Offer = components['schemas']['OfferBountyInputBody'];

/** Has everything fetched anew that a bounty shows in: the question, lists, and what one has left. */
function useRefresh(questionId: number) {
  const queryClient = useQueryClient();
  return async () => {
    void queryClient.invalidateQueries({ queryKey: ['posts'] });
    void queryClient.invalidateQueries({ queryKey: questionListsKey });
    void queryClient.invalidateQueries({ queryKey: meQuery.queryKey, exact: true });
    await queryClient.invalidateQueries({ queryKey: questionKey(questionId) });
  };
}

export function useOfferBounty(questionId: number) {
  const refresh = useRefresh(questionId);
  const keyFor = useCreationKey();
  return useMutation({
    mutationFn: (body: Offer) =>
      unwrap(
        client.POST('/questions/{id}/bounties', {
          params: { path: { id: questionId } },
          headers: keyFor(body),
          body,
        }),
      ),
    onSuccess: refresh,
  });
}

export function useAwardBounty(questionId: number) {
  const refresh = useRefresh(questionId);
  return useMutation({
    mutationFn: (answerId: number) =>
      unwrap(client.PUT('/answers/{id}/bounty', { params: { path: { id: answerId } } })),
    onSettled: refresh,
  });
}
