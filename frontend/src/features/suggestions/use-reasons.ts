import { useLingui } from '@lingui/react/macro';
import type { RejectReason } from '@/api/suggestions';

/** Why a suggested edit can be rejected, in words. */
export function useReasons(): Record<RejectReason, string> {
  const { t } = useLingui();
  return {
    unneeded: t`It makes the post no better`,
    wrong: t`It makes the post say something wrong`,
    meaning: t`It is not what the author means`,
    incomplete: t`It leaves more to mend than it mends`,
    spam: t`It is advertising or vandalism`,
    other: t`Another reason`,
  };
}
