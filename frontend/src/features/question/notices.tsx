import { Trans, useLingui } from '@lingui/react/macro';
import { Lock, Shield, Trash2 } from 'lucide-react';
import type { Question } from '@/api/types';
import { Notice } from '@/ui/notice';
import { RelativeTime } from '@/ui/relative-time';
import { ClosedNotice } from './closed-notice';
import { Said } from './said';

type Protection = NonNullable<Question['locked']>;

/** What a reader must know before reading: deleted, closed, a duplicate, locked, protected. */
export function QuestionNotices({ question }: { question: Question }) {
  const { t } = useLingui();
  const { id, deletedAt, closure, locked } = question;
  return (
    <>
      {deletedAt ? <DeletedNotice question={question} at={deletedAt} /> : null}
      {closure ? <ClosedNotice id={id} closure={closure} /> : null}
      {locked ? (
        <Notice icon={<Lock size={17} aria-hidden />} title={t`This question is locked`}>
          <p>
            {t`Only moderators can change it or add to it.`} <LockedBy locked={locked} />
          </p>
          <Said note={locked.note} />
        </Notice>
      ) : null}
      {question.protected ? (
        <Notice icon={<Shield size={17} aria-hidden />} title={t`This question is protected`}>
          <p>{t`Only people with at least 10 reputation can answer it.`}</p>
          <Said note={question.protected.note} />
        </Notice>
      ) : null}
    </>
  );
}

function DeletedNotice({ question, at }: { question: Question; at: string }) {
  const { t } = useLingui();
  const time = <RelativeTime value={at} />;
  const name = question.deletedBy?.name;
  return (
    <Notice
      kind="deleted"
      icon={<Trash2 size={17} aria-hidden />}
      title={t`This question is deleted`}
    >
      <p>
        {name ? (
          <Trans>
            Deleted by {name}, {time}.
          </Trans>
        ) : (
          <Trans>Deleted {time}.</Trans>
        )}{' '}
        {t`Only the asker and moderators still see this page.`}
      </p>
      <Said note={question.deletedNote} />
    </Notice>
  );
}

function LockedBy({ locked }: { locked: Protection }) {
  const time = <RelativeTime value={locked.at} />;
  const name = locked.by?.name;
  if (!name) return <Trans>Locked {time}.</Trans>;
  return (
    <Trans>
      Locked by {name}, {time}.
    </Trans>
  );
}
