import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Deed } from '@/api/timeline';

/** Says in a few words what happened to a post. */
export function useDeedWords(): (deed: Deed, kind: 'question' | 'answer') => string {
  const { t } = useLingui();
  const reasons: Record<string, string> = {
    duplicate: t`Closed as a duplicate`,
    'needs-detail': t`Closed: needs more detail`,
    'out-of-scope': t`Closed: out of scope`,
    outdated: t`Closed: outdated`,
  };
  const words: Record<Exclude<Deed['kind'], 'edited' | 'answered' | 'voted'>, string> = {
    asked: t`Asked`,
    accepted: t`Answer accepted`,
    commented: t`Commented`,
    suggested: t`Edit suggested`,
    rejected: t`Suggested edit rejected`,
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
  };
  return ({ kind, reason, revision, up, down, answerId }, postKind) => {
    switch (kind) {
      case 'edited':
        return revision ? t`Edited to version ${revision}` : t`Edited`;
      case 'answered':
        return answerId ? t`New answer` : t`Answered`;
      case 'voted': {
        const ups = t`${plural(up, { one: '# vote up', other: '# votes up' })}`;
        const downs = t`${plural(down, { one: '# vote down', other: '# votes down' })}`;
        if (down === 0) return ups;
        return up === 0 ? downs : `${ups}, ${downs}`;
      }
      case 'accepted':
        return postKind === 'answer' ? t`Accepted` : words.accepted;
      case 'closed':
        return (reason && reasons[reason]) || words.closed;
      default:
        return words[kind];
    }
  };
}
