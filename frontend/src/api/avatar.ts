import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, unwrap } from './client';
import { meQuery } from './me';
import type { Me } from './types';
import { maxUpload, TooLargeFile } from './uploads';

/** One's face stands beside all that one said, so every list is read anew. */
function useShownAnew() {
  const queryClient = useQueryClient();
  return (me: Me) => {
    queryClient.setQueryData(meQuery.queryKey, me);
    return queryClient.invalidateQueries();
  };
}

export function useWearAvatar() {
  const onSuccess = useShownAnew();
  return useMutation({
    mutationFn: (file: File) => {
      if (file.size > maxUpload) return Promise.reject(new TooLargeFile());
      return unwrap(
        client.PUT('/me/avatar', {
          // The document calls the bytes of a file a string.
          body: file as unknown as string,
          bodySerializer: (body: unknown) => body,
          headers: { 'Content-Type': 'application/octet-stream' },
        }),
      );
    },
    onSuccess,
  });
}

export function useTakeOffAvatar() {
  const onSuccess = useShownAnew();
  return useMutation({ mutationFn: () => unwrap(client.DELETE('/me/avatar')), onSuccess });
}
