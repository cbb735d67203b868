import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import {
  CircleCheck,
  CircleSlash,
  Coins,
  Lock,
  LockOpen,
  type LucideIcon,
  Merge,
  MessageSquare,
  MessageSquareText,
  Pin,
  PinOff,
  Shield,
  ShieldOff,
  Trash2,
  Undo2,
} from 'lucide-react';
import type { PostAct } from '@/api/moderation';
import { PersonName } from '@/ui/person';
import { RelativeTime } from '@/ui/relative-time';
import classes from './act.module.css';

const icons: Record<PostAct['kind'], LucideIcon> = {
  closed: CircleSlash,
  reopened: CircleCheck,
  locked: Lock,
  unlocked: LockOpen,
  pinned: Pin,
  unpinned: PinOff,
  protected: Shield,
  unprotected: ShieldOff,
  deleted: Trash2,
  undeleted: Undo2,
  merged: Merge,
  'from-comment': MessageSquareText,
  'to-comment': MessageSquare,
  'bounty-offered': Coins,
  'bounty-awarded': Coins,
  'bounty-returned': Coins,
  'bounty-lapsed': Coins,
};

/** One thing that was done to a post beside writing it: what, by whom, when and why. */
export function Act({ act }: { act: PostAct }) {
  const Icon = icons[act.kind];
  const people = act.by ? [act.by, ...act.with] : act.with;
  return (
    <article>
      <header className={classes.head}>
        <h2 className={classes.kind}>
          <Icon size={16} aria-hidden />
          <What act={act} />
        </h2>
        {people.map((person) => (
          <PersonName key={person.id} person={person} fallback="" />
        ))}
        <span className={classes.when}>
          <RelativeTime value={act.at} />
        </span>
      </header>
      {act.original ? <Original original={act.original} /> : null}
      {act.note ? <p className={classes.note}>{act.note}</p> : null}
    </article>
  );
}

function What({ act }: { act: PostAct }) {
  const { t } = useLingui();
  const amount = act.amount ?? 0;
  const kinds: Record<PostAct['kind'], string> = {
    closed: t`Closed`,
    reopened: t`Reopened`,
    locked: t`Locked`,
    unlocked: t`Unlocked`,
    pinned: t`Pinned`,
    unpinned: t`No longer pinned`,
    protected: t`Protected`,
    unprotected: t`No longer protected`,
    deleted: t`Deleted`,
    undeleted: t`Undeleted`,
    merged: t`Merged`,
    'from-comment': t`Answer made of a comment`,
    'to-comment': t`Comment made of an answer`,
    'bounty-offered': t`Bounty of ${amount} offered`,
    'bounty-awarded': t`Bounty of ${amount} awarded`,
    'bounty-returned': t`Bounty of ${amount} returned`,
    'bounty-lapsed': t`Bounty of ${amount} lapsed`,
  };
  const reasons: Record<NonNullable<PostAct['reason']>, string> = {
    duplicate: t`Closed as a duplicate`,
    'needs-detail': t`Closed: needs more detail`,
    'out-of-scope': t`Closed: out of scope`,
    outdated: t`Closed: outdated`,
  };
  return act.reason ? reasons[act.reason] : kinds[act.kind];
}

function Original({ original }: { original: NonNullable<PostAct['original']> }) {
  const { id, slug, title } = original;
  const link = (
    <Link to="/questions/$id/{-$slug}" params={{ id: String(id), slug }}>
      {title}
    </Link>
  );
  return (
    <p className={classes.original}>
      <Trans>The other question: {link}</Trans>
    </p>
  );
}
