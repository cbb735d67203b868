import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, unwrap } from './client';
import { refreshThreads } from './inbox';
import type { components } from './schema';
import { recognitionKey, unreadQuery } from './unread';

export type Recognition = components['schemas']['Recognition'];
type RecognitionList = components['schemas']['RecognitionList'];

/** The badges and privileges one was told of, which are one thread of the inbox. */
export const recognitionQuery = queryOptions({
  queryKey: recognitionKey,
  queryFn: ({ signal }) => unwrap(client.GET('/me/recognition', { signal })),
});

/** What a notice of the desktop speaks of. */
export async function newestRecognition(): Promise<Recognition | undefined> {
  const { items } = await unwrap(client.GET('/me/recognition'));
  return items.find(({ unread }) => unread);
}

/** Marks what is on the screen as read: shown at once, and undone when the server refuses. */
export function useReadRecognition(onRefused: (error: unknown) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    scope: { id: 'inbox' },
    mutationFn: (through: string) =>
      unwrap(client.PUT('/me/recognition/read', { body: { through } })),
    onMutate: async () => {
      await queryClient.cancelQueries({ queryKey: recognitionKey });
      queryClient.setQueryData<RecognitionList>(
        recognitionKey,
        (data) => data && { items: data.items.map((one) => ({ ...one, unread: false })) },
      );
    },
    onSuccess: (count) => queryClient.setQueryData(unreadQuery.queryKey, count),
    onError: onRefused,
    onSettled: () => refreshThreads(queryClient),
  });
}
