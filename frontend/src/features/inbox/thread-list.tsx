import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type InboxThread, type InboxView, inboxQuery } from '@/api/inbox';
import { StaleNotice } from '@/ui/stale-notice';
import { ErrorState, SkeletonRows } from '@/ui/states';
import classes from './inbox.module.css';
import { ThreadRow } from './thread-row';

interface ThreadListProps {
  view: InboxView;
  /** A thread that is about no question, and its place in time. */
  beside?: { at: string; row: ReactNode } | null;
  empty: ReactNode;
}

/** One view of the inbox, the latest first. */
export function ThreadList({ view, beside, empty }: ThreadListProps) {
  const { t } = useLingui();
  const query = useInfiniteQuery(inboxQuery(view));
  const { data, error, refetch, isPending, hasNextPage, isFetchingNextPage } = query;
  if (isPending) return <SkeletonRows rows={5} height={130} />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const threads = data.pages.flatMap(({ items }) => items);
  if (threads.length === 0 && !beside) return empty;
  const after = beside ? threads.findIndex(({ touchedAt }) => touchedAt < beside.at) : -1;
  const place = after < 0 ? threads.length : after;
  const row = (thread: InboxThread) => (
    <li key={thread.question.id}>
      <ThreadRow thread={thread} />
    </li>
  );
  return (
    <>
      <StaleNotice error={error} onRetry={() => void refetch()} />
      <ol className={classes.threads}>
        {threads.slice(0, place).map(row)}
        {beside && (place < threads.length || !hasNextPage) ? <li>{beside.row}</li> : null}
        {threads.slice(place).map(row)}
      </ol>
      {hasNextPage ? (
        <Button
          className={classes.readOn}
          variant="default"
          loading={isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >{t`Show more`}</Button>
      ) : null}
    </>
  );
}
