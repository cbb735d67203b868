import { Trans, useLingui } from '@lingui/react/macro';
import { Link, linkOptions } from '@tanstack/react-router';
import {
  ArrowBigUp,
  AtSign,
  CircleCheck,
  CircleHelp,
  CircleSlash,
  Coins,
  Flag,
  Lock,
  LockOpen,
  type LucideIcon,
  MessageSquare,
  MessageSquareText,
  Pencil,
  PencilLine,
} from 'lucide-react';
import { type InboxThread, type Notification, useChangeInbox } from '@/api/inbox';
import { formatExactTime } from '@/lib/format';
import { useLanguage } from '@/lib/use-language';
import { RelativeTime } from '@/ui/relative-time';
import { TextAction } from '@/ui/text-action';
import { useRefusal } from '@/ui/use-refusal';
import classes from './inbox.module.css';
import { SnoozeMenu } from './snooze-menu';
import { useSentence } from './use-sentence';

const icons: Record<Notification['kind'], LucideIcon> = {
  question: CircleHelp,
  answer: MessageSquareText,
  comment: MessageSquare,
  accept: CircleCheck,
  'bounty-offered': Coins,
  'bounty-ending': Coins,
  'bounty-awarded': Coins,
  'bounty-returned': Coins,
  'from-comment': MessageSquareText,
  'to-comment': MessageSquare,
  edit: Pencil,
  votes: ArrowBigUp,
  closed: Lock,
  reopened: LockOpen,
  mention: AtSign,
  suggestion: PencilLine,
  'suggestion-accepted': CircleCheck,
  'suggestion-rejected': CircleSlash,
  'flag-helpful': Flag,
  'flag-declined': Flag,
};

/** What one is told about a question and its answers. Opening it is reading it. */
export function ThreadRow({ thread }: { thread: InboxThread }) {
  const { t } = useLingui();
  const { question, space, unread, newest, notifications, total } = thread;
  const change = useChangeInbox(useRefusal());
  const read = () => {
    if (unread) change.mutate({ act: 'read', id: question.id, through: newest });
  };
  const more = total - notifications.length;
  return (
    <article className={classes.thread} data-unread={unread || undefined}>
      <h2 className={classes.title}>
        {unread ? <span className={classes.dot} role="img" aria-label={t`Unread:`} /> : null}
        <Link
          to="/questions/$id/{-$slug}"
          params={{ id: String(question.id), slug: question.slug }}
          hash={anchorOf(question.id, notifications[0])}
          onClick={read}
        >
          {question.title}
        </Link>
      </h2>
      <ol className={classes.lines}>
        {notifications.map((one) => (
          <Line key={one.number} thread={thread} notification={one} onOpen={read} />
        ))}
      </ol>
      {more > 0 ? <p className={classes.more}>{t`and ${more} more`}</p> : null}
      <div className={classes.actions}>
        <span className={classes.space}>{space.name}</span>
        <TextAction
          onClick={() => (unread ? read() : change.mutate({ act: 'unread', id: question.id }))}
        >
          {unread ? t`Mark as read` : t`Mark as unread`}
        </TextAction>
        <Snooze thread={thread} />
      </div>
    </article>
  );
}

function anchorOf(questionId: number, newest: Notification | undefined): string | undefined {
  if (!newest || newest.postId === questionId) return undefined;
  return `answer-${newest.postId}`;
}

interface LineProps {
  thread: InboxThread;
  notification: Notification;
  onOpen: () => void;
}

function Line({ thread, notification, onOpen }: LineProps) {
  const sentence = useSentence();
  const { question } = thread;
  const { kind, unread, at, excerpt, suggestionId } = notification;
  const Icon = icons[kind];
  const where = suggestionId
    ? linkOptions({ to: '/suggestions/$id', params: { id: String(suggestionId) } })
    : linkOptions({
        to: '/questions/$id/{-$slug}',
        params: { id: String(question.id), slug: question.slug },
        hash: anchorOf(question.id, notification),
      });
  return (
    <li className={classes.line} data-unread={unread || undefined}>
      <span className={classes.icon} data-kind={kind}>
        <Icon size={15} aria-hidden />
      </span>
      <div className={classes.words}>
        <Link {...where} className={classes.sentence} onClick={onOpen}>
          {sentence(thread, notification)}
        </Link>{' '}
        <span className={classes.time}>
          <RelativeTime value={at} />
        </span>
        {excerpt && kind !== 'question' ? <p className={classes.excerpt}>{excerpt}</p> : null}
      </div>
    </li>
  );
}

function Snooze({ thread: { question, snoozedUntil } }: { thread: InboxThread }) {
  const { t } = useLingui();
  const language = useLanguage();
  const change = useChangeInbox(useRefusal());
  const { id } = question;
  if (snoozedUntil === null || new Date(snoozedUntil) <= new Date()) {
    return <SnoozeMenu onSnooze={(until) => change.mutate({ act: 'snooze', id, until })} />;
  }
  const until = formatExactTime(snoozedUntil, language);
  return (
    <>
      <TextAction
        onClick={() => change.mutate({ act: 'unsnooze', id })}
      >{t`Bring back`}</TextAction>
      <span className={classes.space}>
        <Trans comment="the placeholder is a time">Snoozed until {until}</Trans>
      </span>
    </>
  );
}
