import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '@/lib/problem';
import { client, unwrap } from './client';
import type { components, paths } from './schema';

export type ReviewQueue = components['schemas']['ReviewQueue'];
export type ReviewItem = components['schemas']['ReviewItem'];
export type ReviewQuestion = components['schemas']['ReviewQuestion'];
export type ReviewText = components['schemas']['ReviewText'];
export type ReviewAudit = components['schemas']['ReviewAudit'];
export type QueueName = ReviewQueue['queue'];
export type ReviewVerdict = components['schemas']['DecideReviewInputBody'];
export type ReviewDecision = ReviewVerdict['decision'];
export type AuditsFilter = NonNullable<paths['/review-decisions']['get']['parameters']['query']>;

const reviewsKey = ['reviews'] as const;

export const reviewQueuesQuery = queryOptions({
  queryKey: [...reviewsKey, 'queues'],
  queryFn: ({ signal }) => unwrap(client.GET('/review-queues', { signal })),
  staleTime: 0,
});

/** The item that the reader holds, or the next one, which they hold by that; null where nothing waits. */
async function take(queue: QueueName, after = 0): Promise<ReviewItem | null> {
  const params = { path: { queue } };
  const body = { after };
  const { item } = await unwrap(client.PUT('/review-queues/{queue}/claim', { params, body }));
  return item;
}

export function heldQuery(queue: QueueName) {
  return queryOptions({
    queryKey: [...reviewsKey, 'held', queue],
    queryFn: () => take(queue),
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
}

/** Lets an item go for now and takes the one behind it. */
export function useNextReview(queue: QueueName) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (after: number) => take(queue, after),
    onSuccess: (item) => queryClient.setQueryData(heldQuery(queue).queryKey, item),
    onSettled: () => queryClient.invalidateQueries({ queryKey: reviewQueuesQuery.queryKey }),
  });
}

/** Decides about an item, and takes the next one, whether it was decided or somebody else had. */
export function useDecideReview(queue: QueueName) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, verdict }: { id: number; verdict: ReviewVerdict }) =>
      unwrap(
        client.PUT('/review-items/{id}/decision', { params: { path: { id } }, body: verdict }),
      ),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['questions'] });
      return queryClient.invalidateQueries({ queryKey: reviewsKey });
    },
    onError: (error) => {
      if (error instanceof ApiProblem && (error.status === 409 || error.status === 404))
        void queryClient.invalidateQueries({ queryKey: reviewsKey });
      void queryClient.invalidateQueries({ queryKey: heldQuery(queue).queryKey });
    },
  });
}

export function auditsQuery(filter: AuditsFilter) {
  return queryOptions({
    queryKey: [...reviewsKey, 'audits', filter],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/review-decisions', { params: { query: filter }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}
