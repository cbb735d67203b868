import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { TrendingUp } from 'lucide-react';
import { reputationQuery } from '@/api/reputation';
import type { ReputationEntry } from '@/api/types';
import { formatDate } from '@/lib/format';
import { useLanguage } from '@/lib/use-language';
import { StaleNotice } from '@/ui/stale-notice';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states';
import { LedgerRow } from './ledger-row';
import classes from './reputation-history.module.css';
import { Sparkline } from './sparkline';

interface ReputationHistoryProps {
  person: { id: number; name: string };
  own: boolean;
}

/** Every gain and loss with its reason, by day, the newest first. */
export function ReputationHistory({ person, own }: ReputationHistoryProps) {
  const { id, name } = person;
  const { t } = useLingui();
  const language = useLanguage();
  const query = useInfiniteQuery(reputationQuery(id));
  const { data, error, refetch, isPending, hasNextPage, isFetchingNextPage } = query;
  if (isPending) return <SkeletonRows rows={8} height={64} />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const entries = data.pages.flatMap(({ items }) => items);
  if (entries.length === 0) {
    return (
      <EmptyState
        icon={<TrendingUp size={28} />}
        title={own ? t`You have no reputation yet` : t`${name} has no reputation yet`}
      >
        {t`Reputation grows when others find a question or an answer useful, and vote for it or accept it.`}
      </EmptyState>
    );
  }
  return (
    <>
      <StaleNotice
        error={error}
        onRetry={() => void (query.isFetchNextPageError ? query.fetchNextPage() : refetch())}
      />
      <Sparkline entries={entries} />
      {byDay(entries, (at) => formatDate(at, language)).map(({ day, entries: ofDay }) => (
        <section key={day} className={classes.day} aria-label={day}>
          <h2 className={classes.date}>{day}</h2>
          <ol>
            {ofDay.map((entry) => (
              <LedgerRow key={entry.id} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      {hasNextPage ? (
        <Button
          className={classes.more}
          variant="default"
          loading={isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >{t`Show more`}</Button>
      ) : null}
    </>
  );
}

interface Day {
  day: string;
  entries: ReputationEntry[];
}

/** Neighbours of one day under one heading; the order stays the ledger's. */
function byDay(entries: ReputationEntry[], dayOf: (at: string) => string): Day[] {
  const days: Day[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
