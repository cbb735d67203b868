import { useLingui } from '@lingui/react/macro';
import type { Badge } from '@/api/badges';

/** What kind of deed the badges of a group are for. */
export function useGroupWords(): Record<Badge['group'], string> {
  const { t } = useLingui();
  return {
    question: t`Asking`,
    answer: t`Answering`,
    participation: t`Taking part`,
    moderation: t`Keeping order`,
    tag: t`Tags`,
    helping: t`Helping across units`,
    imported: t`From a former system`,
  };
}
