import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { User } from '@/api/types';
import { answersOfQuery, questionsOfQuery } from '@/api/users';
import { RichText } from '@/ui/rich-text';
import { ErrorState, SkeletonRows } from '@/ui/states';
import classes from './overview.module.css';
import { AnswerPost, QuestionPost } from './post-row';

const best = { sort: 'votes', page: 1, pageSize: 5 } as const;

interface OverviewProps {
  person: User;
  own: boolean;
  questionsLink: LinkProps;
  answersLink: LinkProps;
}

/** What the person says of themselves, and the best they have written. */
export function Overview({ person, own, questionsLink, answersLink }: OverviewProps) {
  const { t } = useLingui();
  const answers = useQuery(answersOfQuery(person.id, best));
  const questions = useQuery(questionsOfQuery(person.id, best));
  return (
    <>
      <About person={person} own={own} />
      <Part title={t`Best answers`} query={answers} link={answersLink}>
        {answers.data?.items.map((answer) => (
          <li key={answer.id}>
            <AnswerPost answer={answer} />
          </li>
        ))}
      </Part>
      <Part title={t`Best questions`} query={questions} link={questionsLink}>
        {questions.data?.items.map((question) => (
          <li key={question.id}>
            <QuestionPost question={question} />
          </li>
        ))}
      </Part>
      <Nothing
        shown={answers.data?.total === 0 && questions.data?.total === 0}
        name={person.name}
      />
    </>
  );
}

function About({ person, own }: { person: User; own: boolean }) {
  if (person.aboutHtml) {
    return (
      <div className={classes.about}>
        <RichText html={person.aboutHtml} />
      </div>
    );
  }
  if (!own) return null;
  return (
    <p className={classes.hint}>
      <Trans>
        Colleagues find here whom they are talking to.{' '}
        <Link to="/settings/profile">Write a few words about yourself</Link>
      </Trans>
    </p>
  );
}

function Nothing({ shown, name }: { shown: boolean; name: string }) {
  if (!shown) return null;
  return (
    <p className={classes.hint}>
      <Trans>{name} has not written anything yet that you may read.</Trans>
    </p>
  );
}

interface PartProps {
  title: string;
  query: {
    data: { total: number; items: unknown[] } | undefined;
    error: unknown;
    isPending: boolean;
    refetch: () => unknown;
  };
  link: LinkProps;
  children: ReactNode;
}

function Part({ title, query, link, children }: PartProps) {
  const { t } = useLingui();
  const { data, error, isPending, refetch } = query;
  if (data?.items.length === 0) return null;
  return (
    <section className={classes.part}>
      <div className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        {data && data.total > data.items.length ? (
          <Link {...link} className={classes.all} aria-label={t`All of: ${title}`}>{t`All`}</Link>
        ) : null}
      </div>
      {isPending ? <SkeletonRows rows={3} height={119} /> : null}
      {data ? <ol>{children}</ol> : null}
      {!data && error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
    </section>
  );
}
