import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import {
  ArrowBigUp,
  CircleCheck,
  CircleHelp,
  CircleSlash,
  type LucideIcon,
  MessageSquare,
  MessageSquareText,
  Pencil,
  PencilLine,
} from 'lucide-react';
import type { Deed } from '@/api/timeline';
import { formatDate } from '@/lib/format';
import { useLanguage } from '@/lib/use-language';
import { PersonName } from '@/ui/person';
import { RelativeTime } from '@/ui/relative-time';
import { actIcons } from './act-icons';
import classes from './deeds.module.css';
import { useDeedWords } from './use-deed-words';

const icons: Record<Deed['kind'], LucideIcon> = {
  asked: CircleHelp,
  answered: MessageSquareText,
  edited: Pencil,
  accepted: CircleCheck,
  commented: MessageSquare,
  voted: ArrowBigUp,
  suggested: PencilLine,
  rejected: CircleSlash,
  ...actIcons,
};

interface DeedRowProps {
  deed: Deed;
  post: { postId: number; kind: 'question' | 'answer'; question: { id: number; slug: string } };
}

/** One thing that happened to a post: what, by whom, when, and what was said about it. */
export function DeedRow({ deed, post }: DeedRowProps) {
  const wordsOf = useDeedWords();
  const { kind, by, byName, at, acceptedBy, summary, note, original } = deed;
  const Icon = icons[kind];
  const people = by ? [by, ...deed.with] : deed.with;
  return (
    <article className={classes.deed} data-kind={kind}>
      <span className={classes.icon}>
        <Icon size={15} aria-hidden />
      </span>
      <div>
        <p className={classes.line}>
          <span className={classes.what}>{wordsOf(deed, post.kind)}</span>
          {people.map((person) => (
            <PersonName key={person.id} person={person} fallback="" />
          ))}
          {people.length === 0 && byName ? <PersonName person={null} fallback={byName} /> : null}
          {acceptedBy ? <AcceptedBy person={acceptedBy} /> : null}
          <span className={classes.when}>
            {kind === 'voted' ? <Day at={at} /> : <RelativeTime value={at} />}
          </span>
          <Look deed={deed} post={post} />
        </p>
        {summary ? <p className={classes.said}>{summary}</p> : null}
        {note ? <p className={classes.said}>{note}</p> : null}
        {original ? (
          <p className={classes.said}>
            <Link
              to="/questions/$id/{-$slug}"
              params={{ id: String(original.id), slug: original.slug }}
            >
              {original.title}
            </Link>
          </p>
        ) : null}
      </div>
    </article>
  );
}

function AcceptedBy({ person: accepter }: { person: NonNullable<Deed['acceptedBy']> }) {
  const person = <PersonName person={accepter} fallback="" />;
  return (
    <span className={classes.accepted}>
      <Trans comment="the placeholder is a person">accepted by {person}</Trans>
    </span>
  );
}

function Day({ at }: { at: string }) {
  // Days are those of the server's clock, whatever the reader's says.
  return formatDate(`${at.slice(0, 10)}T12:00:00`, useLanguage());
}

/** Leads to what the line speaks of. */
function Look({ deed, post }: DeedRowProps) {
  const { t } = useLingui();
  const { revision, answerId, commentId, suggestionId } = deed;
  const { postId, question } = post;
  if (suggestionId) {
    return (
      <Link
        to="/suggestions/$id"
        params={{ id: String(suggestionId) }}
      >{t`See the suggestion`}</Link>
    );
  }
  if (answerId || commentId) {
    return (
      <Link
        to="/questions/$id/{-$slug}"
        params={{ id: String(question.id), slug: question.slug }}
        hash={commentId ? `comment-${commentId}` : `answer-${answerId}`}
      >
        {commentId ? t`See the comment` : t`See the answer`}
      </Link>
    );
  }
  if (!revision) return null;
  return (
    <Link
      to="/posts/$id/revisions"
      params={{ id: String(postId) }}
      search={{ version: revision }}
    >{t`See the version`}</Link>
  );
}
