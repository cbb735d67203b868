import { useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { LinkProps } from '@tanstack/react-router';
import { Users } from 'lucide-react';
import { type PeopleFilter, userListQuery } from '@/api/users';
import { ButtonLink } from '@/ui/button-link';
import { Pager } from '@/ui/pager';
import { StaleNotice } from '@/ui/stale-notice';
import { EmptyState, ErrorState } from '@/ui/states';
import classes from './people-grid.module.css';
import { PersonTile } from './person-tile';

interface PeopleGridProps {
  filter: PeopleFilter;
  linkTo: (page: number) => LinkProps;
}

/** A page of people in all its states. */
export function PeopleGrid({ filter, linkTo }: PeopleGridProps) {
  const { data, error, refetch, isPending, isPlaceholderData } = useQuery(userListQuery(filter));
  if (isPending) return <Waiting />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data.items.length === 0) return <Nobody words={filter.q} />;
  return (
    <>
      <StaleNotice error={error} onRetry={() => void refetch()} />
      <ul className={classes.grid} aria-busy={isPlaceholderData}>
        {data.items.map((person) => (
          <li key={person.id}>
            <PersonTile person={person} />
          </li>
        ))}
      </ul>
      <Pager page={data.page} pages={data.pages} linkTo={linkTo} />
    </>
  );
}

function Nobody({ words }: { words: string | undefined }) {
  const { t } = useLingui();
  if (words) {
    return (
      <EmptyState
        icon={<Users size={28} />}
        title={t`Nobody has “${words}” in the name`}
        action={<ButtonLink to="/people" variant="default">{t`All people`}</ButtonLink>}
      >
        {t`Try a part of the first or the last name.`}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Users size={28} />}
      title={t`Nobody to show yet`}
      action={<ButtonLink to="/questions" variant="default">{t`All questions`}</ButtonLink>}
    >
      {t`People appear here once they have written something that you may read.`}
    </EmptyState>
  );
}

function Waiting() {
  const { t } = useLingui();
  return (
    <div role="status" aria-label={t`Loading`} className={classes.grid}>
      {Array.from({ length: 12 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders are all alike
        <Skeleton key={index} height={122} radius={8} />
      ))}
    </div>
  );
}
