import { useQuery } from '@tanstack/react-query';
import type { LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type QuestionFilter, questionListQuery } from '@/api/questions';
import { Pager } from '@/ui/pager';
import { ErrorState, SkeletonRows } from '@/ui/states';
import classes from './question-list.module.css';
import { QuestionRow } from './question-row';

interface QuestionListProps {
  filter: QuestionFilter;
  /** What stands there instead of an empty list. */
  empty: ReactNode;
  linkTo: (page: number) => LinkProps;
}

/** A numbered list of questions in all its states: loading, failed, empty, filled. */
export function QuestionList({ filter, empty, linkTo }: QuestionListProps) {
  const { data, error, refetch, isPending } = useQuery(questionListQuery(filter));
  if (isPending) return <SkeletonRows rows={8} height={127} />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data.items.length === 0) return empty;
  return (
    <>
      <ol className={classes.list}>
        {data.items.map((question) => (
          <li key={question.id}>
            <QuestionRow question={question} />
          </li>
        ))}
      </ol>
      <Pager page={data.page} pages={data.pages} linkTo={linkTo} />
    </>
  );
}
