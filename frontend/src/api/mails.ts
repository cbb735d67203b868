import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, unwrap } from './client';
import type { components } from './schema';

export type MailPreferences = components['schemas']['MailPreferences'];
export type MailChange = components['schemas']['EditMailPreferencesInputBody'];
export type KeptMail = components['schemas']['KeptMail'];

export const mailPreferencesQuery = queryOptions({
  queryKey: ['me', 'mail-preferences'],
  queryFn: ({ signal }) => unwrap(client.GET('/me/mail-preferences', { signal })),
  staleTime: 60_000,
});

/** Changes what is given and leaves the rest. It shows at once, and is undone when it is refused. */
export function usePreferMails() {
  const queryClient = useQueryClient();
  const { queryKey } = mailPreferencesQuery;
  return useMutation({
    scope: { id: 'mail-preferences' },
    mutationFn: (body: MailChange) => unwrap(client.PATCH('/me/mail-preferences', { body })),
    onMutate: async (change) => {
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueryData(queryKey);
      if (before) queryClient.setQueryData(queryKey, { ...before, ...change });
      return { before };
    },
    onSuccess: (now) => queryClient.setQueryData(queryKey, now),
    onError: (_error, _change, context) => {
      if (context?.before) queryClient.setQueryData(queryKey, context.before);
    },
  });
}

export const keptMailsQuery = queryOptions({
  queryKey: ['mails'],
  queryFn: ({ signal }) => unwrap(client.GET('/mails', { signal })),
  staleTime: 0,
});
