import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AnswerSummary, QuestionSummary } from '@/api/types';
import { NumberText } from '@/ui/number';
import { RelativeTime } from '@/ui/relative-time';
import { TagList } from '@/ui/tag-chip';
import classes from './post-row.module.css';

/** A question in somebody's profile: what became of it, rather than by whom it is. */
export function QuestionPost({ question }: { question: QuestionSummary }) {
  const { t } = useLingui();
  const { id, slug, title, score, accepted, answerCount, tags, createdAt } = question;
  const time = <RelativeTime value={createdAt} />;
  return (
    <Row
      score={score}
      solved={accepted}
      solvedLabel={t`Solved`}
      link={
        <Link to="/questions/$id/{-$slug}" params={{ id: String(id), slug }}>
          {title}
        </Link>
      }
      excerpt={question.excerpt}
    >
      <TagList tags={tags} label={t`Tags`} />
      <span className={classes.when}>
        <Plural value={answerCount} one="# answer" other="# answers" />
        {' · '}
        <Trans comment="the placeholder is a time">asked {time}</Trans>
      </span>
    </Row>
  );
}

/** An answer in somebody's profile, under the title of what it answers. */
export function AnswerPost({ answer }: { answer: AnswerSummary }) {
  const { t } = useLingui();
  const { id, questionId, questionSlug, questionTitle, score, accepted, createdAt } = answer;
  const time = <RelativeTime value={createdAt} />;
  return (
    <Row
      score={score}
      solved={accepted}
      solvedLabel={t`Accepted`}
      link={
        <Link
          to="/questions/$id/{-$slug}"
          params={{ id: String(questionId), slug: questionSlug }}
          hash={`answer-${id}`}
        >
          {questionTitle}
        </Link>
      }
      excerpt={answer.excerpt}
    >
      <span className={classes.when}>
        <Trans comment="the placeholder is a time">answered {time}</Trans>
      </span>
    </Row>
  );
}

interface RowProps {
  score: number;
  solved: boolean;
  solvedLabel: string;
  link: ReactNode;
  excerpt: string;
  children: ReactNode;
}

function Row({ score, solved, solvedLabel, link, excerpt, children }: RowProps) {
  return (
    <article className={classes.row} data-row>
      <p className={classes.score}>
        <b>
          <NumberText value={score} />
        </b>{' '}
        <Plural value={score} one="vote" other="votes" />
      </p>
      <div className={classes.words}>
        <h3 className={classes.title}>
          {link}
          {solved ? (
            <span className={classes.solved}>
              <Check size={13} strokeWidth={2.5} aria-hidden />
              {solvedLabel}
            </span>
          ) : null}
        </h3>
        <p className={classes.excerpt}>{excerpt}</p>
        <div className={classes.foot}>{children}</div>
      </div>
    </article>
  );
}
