import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { client, unwrap } from './client';
import type { components } from './schema';
import { inboxKey, recognitionKey, unreadQuery } from './unread';

type InboxPart = components['schemas']['InboxPart'];
export type InboxThread = components['schemas']['InboxThread'];
export type Notification = components['schemas']['Notification'];
export type InboxView = 'inbox' | 'unread' | 'snoozed';

const threadsKey = [...inboxKey, 'threads'] as const;

export function inboxQuery(view: InboxView) {
  return infiniteQueryOptions({
    queryKey: [...threadsKey, view],
    queryFn: ({ pageParam, signal }) =>
      unwrap(client.GET('/me/inbox', { params: { query: { view, cursor: pageParam } }, signal })),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next || undefined,
  });
}

/** What a notice of the desktop speaks of. */
export async function newestUnread(): Promise<InboxThread | undefined> {
  const query = { view: 'unread', pageSize: 1 } as const;
  const { items } = await unwrap(client.GET('/me/inbox', { params: { query } }));
  return items[0];
}

/** Everything that lists the inbox reads it anew, where it is on the screen. */
export async function refreshThreads(queryClient: QueryClient): Promise<void> {
  await Promise.all(
    [threadsKey, recognitionKey].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  );
}

export type InboxChange =
  | { act: 'read'; id: number; through: number }
  | { act: 'unread'; id: number }
  | { act: 'snooze'; id: number; until: string }
  | { act: 'unsnooze'; id: number }
  | { act: 'read-all'; through: string };

function send(change: InboxChange) {
  if (change.act === 'read-all') {
    return client.PUT('/me/inbox/read', { body: { through: change.through } });
  }
  const params = { path: { id: change.id } };
  switch (change.act) {
    case 'read':
      return client.PUT('/me/inbox/{id}/read', { params, body: { through: change.through } });
    case 'unread':
      return client.DELETE('/me/inbox/{id}/read', { params });
    case 'snooze':
      return client.PUT('/me/inbox/{id}/snooze', { params, body: { until: change.until } });
    case 'unsnooze':
      return client.DELETE('/me/inbox/{id}/snooze', { params });
  }
}

function withUnread(thread: InboxThread, unread: boolean): InboxThread {
  const notifications = thread.notifications.map((one) => ({ ...one, unread }));
  return { ...thread, unread, notifications };
}

/** The threads as they are after a change, before the server has agreed. */
function changed(threads: InboxThread[], change: InboxChange): InboxThread[] {
  if (change.act === 'read-all') return threads.map((thread) => withUnread(thread, false));
  if (change.act === 'snooze' || change.act === 'unsnooze') {
    return threads.filter(({ question }) => question.id !== change.id);
  }
  const unread = change.act === 'unread';
  return threads.map((thread) =>
    thread.question.id === change.id ? withUnread(thread, unread) : thread,
  );
}

/** Marks and snoozes: shown at once, and undone when the server refuses. */
export function useChangeInbox(onRefused: (error: unknown) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    scope: { id: 'inbox' },
    mutationFn: (change: InboxChange) => unwrap(send(change)),
    onMutate: async (change) => {
      await queryClient.cancelQueries({ queryKey: threadsKey });
      queryClient.setQueriesData<InfiniteData<InboxPart>>(
        { queryKey: threadsKey },
        (data) =>
          data && {
            ...data,
            pages: data.pages.map((part) => ({ ...part, items: changed(part.items, change) })),
          },
      );
    },
    onSuccess: (count) => queryClient.setQueryData(unreadQuery.queryKey, count),
    onError: onRefused,
    onSettled: () => refreshThreads(queryClient),
  });
}
