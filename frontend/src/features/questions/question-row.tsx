import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Check, Coins, EyeOff, Lock, Pin } from 'lucide-react';
import type { ReactNode } from 'react';
import type { QuestionSummary } from '@/api/types';
import { NumberText } from '@/ui/number';
import { PersonName } from '@/ui/person';
import { RelativeTime } from '@/ui/relative-time';
import { TagList } from '@/ui/tag-chip';
import classes from './question-row.module.css';

/** One question in a list: score, answers and views; title, two lines of text; tags; who and when. */
export function QuestionRow({ question }: { question: QuestionSummary }) {
  const { t } = useLingui();
  return (
    <article className={classes.row} data-row data-ignored={question.ignored || undefined}>
      <Figures question={question} />
      <div className={classes.content}>
        <h2 className={classes.title}>
          <Marks question={question} />
          <Link
            to="/questions/$id/{-$slug}"
            params={{ id: String(question.id), slug: question.slug }}
          >
            {question.title}
          </Link>
        </h2>
        <p className={classes.excerpt}>{question.excerpt}</p>
        <div className={classes.foot}>
          <TagList tags={question.tags} label={t`Tags`} />
          <Activity question={question} />
        </div>
      </div>
    </article>
  );
}

function Figures({ question }: { question: QuestionSummary }) {
  return (
    <ul className={classes.figures}>
      <li>
        <Figure value={question.score} />
        <Plural value={question.score} one="vote" other="votes" />
      </li>
      <li className={classes.answers} data-state={answerState(question)}>
        {question.accepted ? <Solved /> : null}
        <Figure value={question.answerCount} />
        <Plural value={question.answerCount} one="answer" other="answers" />
      </li>
      <li className={classes.views}>
        <NumberText value={question.viewCount} />{' '}
        <Plural value={question.viewCount} one="view" other="views" />
      </li>
    </ul>
  );
}

function Figure({ value }: { value: number }) {
  return (
    <>
      <b>
        <NumberText value={value} />
      </b>{' '}
    </>
  );
}

function Solved() {
  const { t } = useLingui();
  return (
    <>
      <Check size={14} strokeWidth={2.5} role="img" aria-label={t`Solved:`} />{' '}
    </>
  );
}

function answerState(question: QuestionSummary): 'solved' | 'answered' | 'none' {
  if (question.accepted) return 'solved';
  return question.answerCount > 0 ? 'answered' : 'none';
}

function Marks({ question }: { question: QuestionSummary }) {
  const { t } = useLingui();
  const { bounty } = question;
  return (
    <>
      {question.pinned ? <Badge icon={<Pin size={12} aria-hidden />}>{t`Pinned`}</Badge> : null}
      {bounty > 0 ? (
        <Badge kind="bounty" icon={<Coins size={12} aria-hidden />}>
          {t`Bounty of ${bounty}`}
        </Badge>
      ) : null}
      {question.ignored ? (
        <Badge icon={<EyeOff size={12} aria-hidden />}>{t`Ignored tag`}</Badge>
      ) : null}
      {question.closed ? <Badge icon={<Lock size={12} aria-hidden />}>{t`Closed`}</Badge> : null}
    </>
  );
}

interface BadgeProps {
  kind?: 'bounty';
  icon: ReactNode;
  children: ReactNode;
}

function Badge({ kind, icon, children }: BadgeProps) {
  return (
    <span className={classes.badge} data-kind={kind}>
      {icon}
      {children}
    </span>
  );
}

function Activity({ question }: { question: QuestionSummary }) {
  const { activity, author, authorName } = question;
  const isAuthors = activity.kind === 'asked';
  return (
    <div className={classes.activity}>
      <PersonName person={isAuthors ? author : activity.person} fallback={authorName} />
      <span className={classes.when}>
        <ActivityText kind={activity.kind} time={<RelativeTime value={activity.at} />} />
      </span>
    </div>
  );
}

interface ActivityTextProps {
  kind: QuestionSummary['activity']['kind'];
  time: ReactNode;
}

function ActivityText({ kind, time }: ActivityTextProps) {
  switch (kind) {
    case 'asked':
      return <Trans comment="follows a name; the placeholder is a time">asked {time}</Trans>;
    case 'answered':
      return <Trans comment="follows a name; the placeholder is a time">answered {time}</Trans>;
    case 'edited':
      return <Trans comment="follows a name; the placeholder is a time">edited {time}</Trans>;
    case 'commented':
      return <Trans comment="follows a name; the placeholder is a time">commented {time}</Trans>;
    case 'closed':
      return <Trans comment="follows a name; the placeholder is a time">closed {time}</Trans>;
    case 'accepted':
      return (
        <Trans comment="follows a name; the placeholder is a time">accepted an answer {time}</Trans>
      );
  }
}
