import { useLingui } from '@lingui/react/macro';
import type { FlagReason, MyFlag } from '@/api/flags';

/** The reasons of flags by their names, and what became of a flag. */
export function useFlagWords() {
  const { t } = useLingui();
  const reasons: Record<FlagReason, string> = {
    spam: t`Spam`,
    rude: t`Rude or abusive`,
    'low-quality': t`Low quality`,
    attention: t`Needs a moderator`,
  };
  const outcomes: Record<MyFlag['outcome'], string> = {
    open: t`Not decided yet`,
    helpful: t`Helpful`,
    declined: t`Declined`,
    withdrawn: t`Withdrawn`,
  };
  return { reasons, outcomes };
}
