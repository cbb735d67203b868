import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type InboxView, inboxQuery } from '@/api/inbox';
import { StaleNotice } from '@/ui/stale-notice';
import { ErrorState, SkeletonRows } from '@/ui/states';
import classes from './inbox.module.css';
import { ThreadRow } from './thread-row';

/** One view of the inbox, the latest first. */
export function ThreadList({ view, empty }: { view: InboxView; empty: ReactNode }) {
  const { t } = useLingui();
  const query = useInfiniteQuery(inboxQuery(view));
  const { data, error, refetch, isPending, hasNextPage, isFetchingNextPage } = query;
  if (isPending) return <SkeletonRows rows={5} height={130} />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const threads = data.pages.flatMap(({ items }) => items);
  if (threads.length === 0) return empty;
  return (
    <>
      <StaleNotice error={error} onRetry={() => void refetch()} />
      <ol className={classes.threads}>
        {threads.map((thread) => (
          <li key={thread.question.id}>
            <ThreadRow thread={thread} />
          </li>
        ))}
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
