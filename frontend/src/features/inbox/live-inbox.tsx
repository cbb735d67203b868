import { useLingui } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';
import { newestUnread, refreshThreads } from '@/api/inbox';
import { followInbox } from '@/api/inbox-stream';
import { newestRecognition, type Recognition } from '@/api/recognition';
import { unreadQuery } from '@/api/unread';
import { isNoticeDue, showDesktopNotice } from '@/lib/desktop-notices';
import { useSentence } from './use-sentence';

/** Keeps the number beside the bell true while the page is open. It says so to whoever does not see it. */
export function LiveInbox() {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const sentence = useSentence();
  const navigate = useNavigate();
  const [said, say] = useState('');
  useQuery(unreadQuery);

  const noticeOf = ({ name }: Recognition) =>
    showDesktopNotice({
      title: t`What you have earned`,
      body: name ? t`You earned the badge ${name}` : t`Your reputation unlocked a privilege`,
      tag: 'wellspring-recognition',
      onOpen: () => void navigate({ to: '/inbox' }),
    });
  const notice = async () => {
    const [thread, earned] = await Promise.all([newestUnread(), newestRecognition()]);
    if (earned && (!thread || earned.at > thread.touchedAt)) return noticeOf(earned);
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
    if (before === undefined || unread <= before) return;
    const shown = unread > 99 ? '99+' : String(unread);
    say(t`Inbox, ${shown} unread`);
    if (own && isNoticeDue()) void notice().catch(() => undefined);
  });
  useEffect(() => followInbox(hear), []);
  return <VisuallyHidden role="status">{said}</VisuallyHidden>;
}
