import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Award, KeyRound } from 'lucide-react';
import { type Recognition, useReadRecognition } from '@/api/recognition';
import { RelativeTime } from '@/ui/relative-time';
import { TextAction } from '@/ui/text-action';
import { useRefusal } from '@/ui/use-refusal';
import classes from './inbox.module.css';

const shown = 5;

interface RecognitionRowProps {
  items: Recognition[];
  /** What a privilege is called, by its key. */
  privilegeName: (key: string) => string;
}

/** The badges and privileges one has earned, together: the unread ones, or the last few. */
export function RecognitionRow({ items, privilegeName }: RecognitionRowProps) {
  const { t } = useLingui();
  const read = useReadRecognition(useRefusal());
  const unread = items.some((one) => one.unread);
  const newest = items[0]?.at;
  const markRead = () => {
    if (unread && newest) read.mutate(newest);
  };
  const lines = items.slice(0, shown);
  const more = items.filter((one) => one.unread).length - shown;
  return (
    <article className={classes.thread} data-unread={unread || undefined}>
      <h2 className={classes.title}>
        {unread ? <span className={classes.dot} role="img" aria-label={t`Unread:`} /> : null}
        <Link to="/badges" search={{ show: 'mine' }} onClick={markRead}>
          {t`What you have earned`}
        </Link>
      </h2>
      <ol className={classes.lines}>
        {lines.map((one) => (
          <Line
            key={`${one.kind} ${one.key}`}
            of={one}
            privilegeName={privilegeName}
            onOpen={markRead}
          />
        ))}
      </ol>
      {more > 0 ? <p className={classes.more}>{t`and ${more} more`}</p> : null}
      {unread ? (
        <div className={classes.actions}>
          <TextAction onClick={markRead}>{t`Mark as read`}</TextAction>
        </div>
      ) : null}
    </article>
  );
}

interface LineProps {
  of: Recognition;
  privilegeName: (key: string) => string;
  onOpen: () => void;
}

function Line({ of, privilegeName, onOpen }: LineProps) {
  const { t } = useLingui();
  const { kind, key, name, count, at, unread, question } = of;
  const privilege = kind === 'privilege' ? privilegeName(key) : '';
  const Icon = kind === 'badge' ? Award : KeyRound;
  const earned =
    count > 1 ? t`You earned the badge ${name}, ${count} times` : t`You earned the badge ${name}`;
  return (
    <li className={classes.line} data-unread={unread || undefined}>
      <span className={classes.icon} data-kind={kind}>
        <Icon size={15} aria-hidden />
      </span>
      <div className={classes.words}>
        {kind === 'badge' ? (
          <Link to="/badges/$key" params={{ key }} className={classes.sentence} onClick={onOpen}>
            {earned}
          </Link>
        ) : (
          <Link to="/privileges" className={classes.sentence} onClick={onOpen}>
            {t`Your reputation unlocked: ${privilege}`}
          </Link>
        )}{' '}
        <span className={classes.time}>
          <RelativeTime value={at} />
        </span>
        {question ? <p className={classes.excerpt}>{question.title}</p> : null}
      </div>
    </li>
  );
}
