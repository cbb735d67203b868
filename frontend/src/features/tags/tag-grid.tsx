import { useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { LinkProps } from '@tanstack/react-router';
import { Tag } from 'lucide-react';
import { type TagFilter, tagListQuery } from '@/api/tags';
import { ButtonLink } from '@/ui/button-link';
import { Pager } from '@/ui/pager';
import { StaleNotice } from '@/ui/stale-notice';
import { EmptyState, ErrorState } from '@/ui/states';
import { TagCard } from './tag-card';
import classes from './tag-grid.module.css';

interface TagGridProps {
  filter: TagFilter;
  linkTo: (page: number) => LinkProps;
}

/** A page of tags in all its states. */
export function TagGrid({ filter, linkTo }: TagGridProps) {
  const { data, error, refetch, isPending, isPlaceholderData } = useQuery(tagListQuery(filter));
  if (isPending) return <Waiting />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data.items.length === 0) return <NoTags words={filter.q} />;
  return (
    <>
      <StaleNotice error={error} onRetry={() => void refetch()} />
      <ul className={classes.grid} aria-busy={isPlaceholderData}>
        {data.items.map((tag) => (
          <li key={tag.name}>
            <TagCard tag={tag} />
          </li>
        ))}
      </ul>
      <Pager page={data.page} pages={data.pages} linkTo={linkTo} />
    </>
  );
}

function NoTags({ words }: { words: string | undefined }) {
  const { t } = useLingui();
  if (words) {
    return (
      <EmptyState
        icon={<Tag size={28} />}
        title={t`No tag has “${words}” in its name`}
        action={
          <ButtonLink to="/tags" activeOptions={{ exact: true }} variant="default">
            {t`All tags`}
          </ButtonLink>
        }
      >
        {t`Try a part of the word. A new tag comes into being when a question is asked with it.`}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Tag size={28} />}
      title={t`There are no tags yet`}
      action={<ButtonLink to="/questions/ask" variant="default">{t`Ask a question`}</ButtonLink>}
    >
      {t`A new tag comes into being when a question is asked with it.`}
    </EmptyState>
  );
}

function Waiting() {
  const { t } = useLingui();
  return (
    <div role="status" aria-label={t`Loading`} className={classes.grid}>
      {Array.from({ length: 12 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders are all alike
        <Skeleton key={index} height={152} radius={8} />
      ))}
    </div>
  );
}
