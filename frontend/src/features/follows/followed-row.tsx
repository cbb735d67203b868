import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { CircleCheck, CircleHelp } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Followed, type FollowTarget, useFollow, useFollowQuestion } from '@/api/follows';
import { PersonCard } from '@/ui/person';
import { RelativeTime } from '@/ui/relative-time';
import { TagList } from '@/ui/tag-chip';
import { TextAction } from '@/ui/text-action';
import { useRefusal } from '@/ui/use-refusal';
import classes from './follows.module.css';

/** One followed question, person or space, with the way out. */
export function FollowedRow({ followed }: { followed: Followed }) {
  const { question, person, space } = followed;
  if (question) return <QuestionRow question={question} />;
  if (person) {
    return (
      <Row end={<Unfollow target={{ person: person.id }} name={person.name} />}>
        <PersonCard person={person} />
      </Row>
    );
  }
  if (!space) return null;
  return (
    <Row end={<Unfollow target={{ space: space.slug }} name={space.name} />}>
      <Link to="/spaces/$slug" params={{ slug: space.slug }} className={classes.space}>
        <span className={classes.dot} style={{ background: space.color }} aria-hidden />
        {space.name}
      </Link>
    </Row>
  );
}

function Row({ children, end }: { children: ReactNode; end: ReactNode }) {
  return (
    <article className={classes.row}>
      <div className={classes.what}>{children}</div>
      {end}
    </article>
  );
}

function Unfollow({ target, name }: { target: FollowTarget; name: string }) {
  const { t } = useLingui();
  const follow = useFollow(target);
  const refused = useRefusal();
  return (
    <TextAction
      aria-label={t`Stop following ${name}`}
      onClick={() => follow.mutate(false, { onError: refused })}
    >
      {t`Stop following`}
    </TextAction>
  );
}

function QuestionRow({ question }: { question: NonNullable<Followed['question']> }) {
  const { t } = useLingui();
  const follow = useFollowQuestion(question.id);
  const refused = useRefusal();
  const { title, tags, answerCount, accepted } = question;
  const time = <RelativeTime value={question.activityAt} />;
  return (
    <Row
      end={
        <TextAction
          aria-label={t`Stop following ${title}`}
          onClick={() => follow.mutate(false, { onError: refused })}
        >
          {t`Stop following`}
        </TextAction>
      }
    >
      <h2 className={classes.title}>
        <Link
          to="/questions/$id/{-$slug}"
          params={{ id: String(question.id), slug: question.slug }}
        >
          {title}
        </Link>
      </h2>
      <p className={classes.meta}>
        <span className={classes.answers} data-solved={accepted || undefined}>
          {accepted ? (
            <CircleCheck size={14} role="img" aria-label={t`Solved:`} />
          ) : (
            <CircleHelp size={14} aria-hidden />
          )}
          <Plural value={answerCount} one="# answer" other="# answers" />
        </span>
        <span>
          <Trans comment="the placeholder is a time">last active {time}</Trans>
        </span>
      </p>
      <TagList tags={tags} label={t`Tags`} />
    </Row>
  );
}
