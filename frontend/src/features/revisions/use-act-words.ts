import { useLingui } from '@lingui/react/macro';
import type { PostAct } from '@/api/moderation';

/** Says in a few words what was done to a post; the reason is that of a closing. */
export function useActWords(): (
  act: Pick<PostAct, 'kind' | 'amount'> & { reason?: string },
) => string {
  const { t } = useLingui();
  const reasons = new Map<string | undefined, string>([
    ['duplicate', t`Closed as a duplicate`],
    ['needs-detail', t`Closed: needs more detail`],
    ['out-of-scope', t`Closed: out of scope`],
    ['outdated', t`Closed: outdated`],
  ]);
  return ({ kind, reason, amount = 0 }) => {
    const kinds: Record<PostAct['kind'], string> = {
      closed: reasons.get(reason) ?? t`Closed`,
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
    return kinds[kind];
  };
}
