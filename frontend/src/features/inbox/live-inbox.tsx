import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { newestUnread, refreshThreads } from '@/api/inbox';
import { followInbox } from '@/api/inbox-stream';
import { unreadQuery } from '@/api/unread';
import { showDesktopNotice } from '@/lib/desktop-notices';
import { useSentence } from './use-sentence';

/** Keeps the number beside the bell true while the page is open. It shows nothing itself but a desktop notice. */
export function LiveInbox() {
  const queryClient = useQueryClient();
  const sentence = useSentence();
  const navigate = useNavigate();
  useQuery(unreadQuery);

  const notice = async () => {
    const thread = await newestUnread();
    const newest = thread?.notifications[0];
    if (!newest) return;
    showDesktopNotice({
      title: sentence(thread, newest),
      body: thread.question.title,
      tag: `wellspring-${thread.question.id}`,
      onOpen: () => void navigate({ to: '/inbox' }),
    });
  };
  const hear = useEffectEvent((unread: number, own: boolean) => {
    const before = queryClient.getQueryData(unreadQuery.queryKey)?.unread;
    queryClient.setQueryData(unreadQuery.queryKey, { unread });
    void refreshThreads(queryClient);
    if (own && before !== undefined && unread > before) void notice().catch(() => undefined);
  });
  useEffect(() => followInbox(hear), []);
  return null;
}
