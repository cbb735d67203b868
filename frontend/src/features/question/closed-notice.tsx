import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { CircleSlash, Copy } from 'lucide-react';
import type { Question } from '@/api/types';
import { Notice } from '@/ui/notice';
import { RelativeTime } from '@/ui/relative-time';
import { Said } from './said';

type Closure = NonNullable<Question['closure']>;

/** Why a question takes no more answers, who closed it when, and what one can do now. */
export function ClosedNotice({ id, closure }: { id: number; closure: Closure }) {
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
      text: t`It is closed because it is out of scope. If you think that it belongs here, say why in a comment.`,
    },
    outdated: {
      title: t`This question is outdated`,
      text: t`It is closed because what it asks about is no longer so. The answers may be wrong today; ask anew about how it is now.`,
    },
  };
  const { title, text } = words[closure.reason];
  const duplicate = closure.reason === 'duplicate';
  const Icon = duplicate ? Copy : CircleSlash;
  return (
    <Notice icon={<Icon size={17} aria-hidden />} title={title}>
      {duplicate ? <Original original={closure.duplicateOf} /> : null}
      <p>
        {text} <ClosedBy closure={closure} />{' '}
        <Link to="/posts/$id/revisions" params={{ id: String(id) }}>{t`History`}</Link>
      </p>
      <Said note={closure.note} />
    </Notice>
  );
}

function Original({ original }: { original: Closure['duplicateOf'] }) {
  const { t } = useLingui();
  if (!original) return <p>{t`You may not read the original, or it is deleted.`}</p>;
  return (
    <p>
      <Link to="/questions/$id/{-$slug}" params={{ id: String(original.id), slug: original.slug }}>
        {original.title}
      </Link>
    </p>
  );
}

function ClosedBy({ closure }: { closure: Closure }) {
  const { i18n } = useLingui();
  const time = <RelativeTime value={closure.at} />;
  const people = [closure.by, ...closure.with].flatMap((person) => (person ? [person.name] : []));
  if (people.length === 0) return <Trans>Closed {time}.</Trans>;
  const name = new Intl.ListFormat(i18n.locale).format(people);
  return (
    <Trans>
      Closed by {name}, {time}.
    </Trans>
  );
}
