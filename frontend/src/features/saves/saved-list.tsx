import { useQuery } from '@tanstack/react-query';
import type { LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type SavesFilter, savesQuery } from '@/api/saves';
import { Pager } from '@/ui/pager';
import { ErrorState, SkeletonRows } from '@/ui/states';
import { SavedRow } from './saved-row';
import classes from './saves.module.css';

interface SavedListProps {
  filter: SavesFilter;
  empty: ReactNode;
  linkTo: (page: number) => LinkProps;
}

export function SavedList({ filter, empty, linkTo }: SavedListProps) {
  const { data, error, refetch, isPending } = useQuery(savesQuery(filter));
  if (isPending) return <SkeletonRows rows={5} height={140} />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data.items.length === 0) return empty;
  return (
    <>
      <ol className={classes.rows}>
        {data.items.map((post) => (
          <li key={post.postId}>
            <SavedRow post={post} />
          </li>
        ))}
      </ol>
      <Pager page={data.page} pages={data.pages} linkTo={linkTo} />
    </>
  );
}
