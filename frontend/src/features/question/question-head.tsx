import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { CircleCheck, CircleSlash, Copy, Lock, Pin, Shield, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Question } from '@/api/types';
import { NumberText } from '@/ui/number';
import { RelativeTime } from '@/ui/relative-time';
import classes from './question-head.module.css';

/** Where the question stands, its title, in what state it is, and how old it is. */
export function QuestionHead({ question }: { question: Question }) {
  return (
    <header className={classes.head}>
      <Crumbs question={question} />
      <h1 className={classes.title} tabIndex={-1}>
        {question.title}
      </h1>
      <div className={classes.facts}>
        <Badges question={question} />
        <Facts question={question} />
      </div>
    </header>
  );
}

function Crumbs({ question }: { question: Question }) {
  const { t } = useLingui();
  const { slug, name } = question.space;
  return (
    <nav aria-label={t`Where this question stands`}>
      <ol className={classes.crumbs}>
        <li>
          <Link to="/spaces/$slug" params={{ slug }}>
            {name}
          </Link>
        </li>
        <li>
          <Link to="/questions" search={{ space: slug }}>
            {t`Questions`}
          </Link>
        </li>
      </ol>
    </nav>
  );
}

function Badges({ question }: { question: Question }) {
  const { t } = useLingui();
  const { acceptedAnswerId, closure, pinned, locked, deletedAt } = question;
  const duplicate = closure?.reason === 'duplicate';
  return (
    <>
      {deletedAt ? <Badge kind="deleted" icon={<Trash2 size={14} />} text={t`Deleted`} /> : null}
      {acceptedAnswerId === null ? null : (
        <Badge kind="solved" icon={<CircleCheck size={15} />} text={t`Solved`} />
      )}
      {closure && duplicate ? <Badge icon={<Copy size={14} />} text={t`Duplicate`} /> : null}
      {closure && !duplicate ? <Badge icon={<CircleSlash size={14} />} text={t`Closed`} /> : null}
      {pinned ? <Badge icon={<Pin size={14} />} text={t`Pinned`} /> : null}
      {locked ? <Badge icon={<Lock size={14} />} text={t`Locked`} /> : null}
      {question.protected ? <Badge icon={<Shield size={14} />} text={t`Protected`} /> : null}
    </>
  );
}

function Badge({ kind, icon, text }: { kind?: string; icon: ReactNode; text: string }) {
  return (
    <span className={classes.badge} data-kind={kind}>
      <span aria-hidden style={{ display: 'contents' }}>
        {icon}
      </span>
      {text}
    </span>
  );
}

function Facts({ question }: { question: Question }) {
  const { createdAt, editedAt, viewCount } = question;
  const asked = <RelativeTime value={createdAt} />;
  const edited = editedAt ? <RelativeTime value={editedAt} /> : null;
  return (
    <>
      <span>
        <Trans>Asked {asked}</Trans>
      </span>
      {edited ? (
        <span>
          <Trans>Edited {edited}</Trans>
        </span>
      ) : null}
      <span>
        <b>
          <NumberText value={viewCount} />
        </b>{' '}
        <Plural value={viewCount} one="view" other="views" />
      </span>
    </>
  );
}
