import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, unwrap } from './client';
import type { components } from './schema';

export type DraftText = Omit<components['schemas']['SaveDraftInputBody'], 'version'>;
export type ServerDraft = components['schemas']['Draft'];
export type ListedDraft = components['schemas']['ListedDraft'];

/** All that one has begun to write. Whoever opens it wants what another device saved a moment ago. */
export const draftsQuery = queryOptions({
  queryKey: ['me', 'drafts'],
  queryFn: ({ signal }) => unwrap(client.GET('/me/drafts', { signal })),
  staleTime: 0,
});

/** Forgets a draft; it leaves the list at once. */
export function useDiscardDraft() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (place: string) =>
      unwrap(client.DELETE('/me/drafts/{place}', { params: { path: { place } } })),
    onMutate: (place) =>
      queryClient.setQueryData(
        draftsQuery.queryKey,
        (list) => list && { items: list.items.filter((draft) => draft.place !== place) },
      ),
    onSettled: () => queryClient.invalidateQueries({ queryKey: draftsQuery.queryKey }),
  });
}
