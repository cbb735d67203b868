import { queryOptions } from '@tanstack/react-query';
import { client, unwrap } from './client';

export const inboxKey = ['me', 'inbox'] as const;
export const recognitionKey = [...inboxKey, 'recognition'] as const;

/** How much is unread; 100 stands for 100 or more. The page hears at once when it changes. */
export const unreadQuery = queryOptions({
  queryKey: [...inboxKey, 'unread'],
  queryFn: ({ signal }) => unwrap(client.GET('/me/inbox/unread', { signal })),
});
