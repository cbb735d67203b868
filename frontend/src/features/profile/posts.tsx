import { useLingui } from '@lingui/react/macro';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { LinkProps } from '@tanstack/react-router';
import { MessageSquare } from 'lucide-react';
import type { ReactNode } from 'react';
import { answersOfQuery, type PostsFilter, questionsOfQuery } from '@/api/users';
import { ButtonLink } from '@/ui/button-link';
import { Pager } from '@/ui/pager';
import { StaleNotice } from '@/ui/stale-notice';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states';
import { AnswerPost, QuestionPost } from './post-row';
import classes from './posts.module.css';

interface PostsProps {
  person: { id: number; name: string };
  /** Whether the reader looks at their own profile. */
  own: boolean;
  filter: PostsFilter;
  linkTo: (page: number) => LinkProps;
}

export function Questions({ person, own, filter, linkTo }: PostsProps) {
  const { t } = useLingui();
  const { id, name } = person;
  return (
    <Posts
      query={useQuery(questionsOfQuery(id, filter))}
      empty={
        own ? (
          <EmptyState
            icon={<MessageSquare size={28} />}
            title={t`You have not asked anything yet`}
            action={
              <ButtonLink to="/questions/ask" variant="default">{t`Ask a question`}</ButtonLink>
            }
          >
            {t`A question takes a minute, and the answer helps everyone who has it after you.`}
          </EmptyState>
        ) : (
          <EmptyState
            icon={<MessageSquare size={28} />}
            title={t`${name} has not asked anything that you may read`}
          />
        )
      }
      linkTo={linkTo}
    >
      {(question) => <QuestionPost question={question} />}
    </Posts>
  );
}

export function Answers({ person, own, filter, linkTo }: PostsProps) {
  const { t } = useLingui();
  const { id, name } = person;
  return (
    <Posts
      query={useQuery(answersOfQuery(id, filter))}
      empty={
        own ? (
          <EmptyState
            icon={<MessageSquare size={28} />}
            title={t`You have not answered anything yet`}
            action={
              <ButtonLink to="/questions" search={{ view: 'unanswered' }} variant="default">
                {t`Questions without an answer`}
              </ButtonLink>
            }
          >
            {t`Somebody may be waiting for what you know.`}
          </EmptyState>
        ) : (
          <EmptyState
            icon={<MessageSquare size={28} />}
            title={t`${name} has not answered anything that you may read`}
          />
        )
      }
      linkTo={linkTo}
    >
      {(answer) => <AnswerPost answer={answer} />}
    </Posts>
  );
}

interface Numbered<T> {
  items: T[];
  page: number;
  pages: number;
}

interface ListProps<T> {
  query: UseQueryResult<Numbered<T>>;
  empty: ReactNode;
  linkTo: (page: number) => LinkProps;
  children: (post: T) => ReactNode;
}

function Posts<T extends { id: number }>({ query, empty, linkTo, children }: ListProps<T>) {
  const { data, error, refetch, isPending, isPlaceholderData } = query;
  if (isPending) return <SkeletonRows rows={6} height={119} />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data.items.length === 0) return empty;
  return (
    <>
      <StaleNotice error={error} onRetry={() => void refetch()} />
      <ol className={classes.list} aria-busy={isPlaceholderData}>
        {data.items.map((post) => (
          <li key={post.id}>{children(post)}</li>
        ))}
      </ol>
      <Pager page={data.page} pages={data.pages} linkTo={linkTo} />
    </>
  );
}
