import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, unwrap } from './client';
import type { components } from './schema';

export type Privileges = components['schemas']['Privileges'];
export type Privilege = Privileges['items'][number];
export type ThresholdChoice = components['schemas']['ThresholdChoice'];
export type ThresholdPreview = components['schemas']['ThresholdPreview'];

export const privilegesQuery = queryOptions({
  queryKey: ['privileges'],
  queryFn: ({ signal }) => unwrap(client.GET('/privileges', { signal })),
});

/** How many people would have each privilege; for an administrator. */
export function thresholdPreviewQuery(choice: ThresholdChoice) {
  return queryOptions({
    queryKey: ['privileges', 'preview', choice],
    queryFn: ({ signal }) => unwrap(client.POST('/privileges/preview', { body: choice, signal })),
    placeholderData: keepPreviousData,
  });
}

/** Everything is asked anew afterwards, since what one may do is told with nearly all of it. */
export function useChooseThresholds() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: ThresholdChoice) => unwrap(client.PUT('/privileges', { body })),
    onSuccess: () => queryClient.invalidateQueries(),
  });
}
