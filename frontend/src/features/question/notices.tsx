import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { CircleSlash, Copy, Lock, Trash2 } from 'lucide-react';
import type { Question } from '@/api/types';
import { RelativeTime } from '@/ui/relative-time';
import { Notice } from './notice';

type Closure = NonNullable<Question['closure']>;

/** What a reader must know before reading: deleted, closed, a duplicate, locked. */
export function QuestionNotices({ question }: { question: Question }) {
  const { t } = useLingui();
  const { deletedAt, closure, locked } = question;
  return (
    <>
      {deletedAt ? <DeletedNotice at={deletedAt} /> : null}
      {closure ? <ClosedNotice closure={closure} /> : null}
      {locked ? (
        <Notice icon={<Lock size={17} aria-hidden />} title={t`This question is locked`}>
          {t`Only moderators can change it or add to it.`}
        </Notice>
      ) : null}
    </>
  );
}

function DeletedNotice({ at }: { at: string }) {
  const { t } = useLingui();
  const time = <RelativeTime value={at} />;
  return (
    <Notice
      kind="deleted"
      icon={<Trash2 size={17} aria-hidden />}
      title={t`This question is deleted`}
    >
      <Trans>Deleted {time}. Only the asker and moderators still see this page.</Trans>
    </Notice>
  );
}

function ClosedNotice({ closure }: { closure: Closure }) {
  const { t } = useLingui();
  const words: Record<Closure['reason'], { title: string; text: string }> = {
    duplicate: {
      title: t`This question was asked before`,
      text: t`It is closed as a duplicate, and new answers belong to the original.`,
    },
    'needs-detail': {
      title: t`This question needs more detail`,
      text: t`It is closed until the asker says more. Editing it is the way to have it reopened.`,
    },
    'out-of-scope': {
      title: t`This question does not belong here`,
      text: t`It is closed because it is out of scope.`,
    },
    outdated: {
      title: t`This question is outdated`,
      text: t`It is closed because what it asks about is no longer so. The answers may be wrong today.`,
    },
  };
  const { title, text } = words[closure.reason];
  const original = closure.duplicateOf;
  return (
    <Notice
      icon={
        closure.reason === 'duplicate' ? (
          <Copy size={17} aria-hidden />
        ) : (
          <CircleSlash size={17} aria-hidden />
        )
      }
      title={title}
    >
      {original ? (
        <p>
          <Link
            to="/questions/$id/{-$slug}"
            params={{ id: String(original.id), slug: original.slug }}
          >
            {original.title}
          </Link>
        </p>
      ) : null}
      <p>
        {text} <ClosedBy closure={closure} />
      </p>
    </Notice>
  );
}

function ClosedBy({ closure }: { closure: Closure }) {
  const time = <RelativeTime value={closure.at} />;
  if (!closure.by) return <Trans>Closed {time}.</Trans>;
  const name = closure.by.name;
  return (
    <Trans>
      Closed by {name}, {time}.
    </Trans>
  );
}
