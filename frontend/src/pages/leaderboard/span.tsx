import { useLingui } from '@lingui/react/macro';
import type { Leaderboard } from '@/api/leaderboards';
import { formatDate } from '@/lib/format';
import { useLanguage } from '@/lib/use-language';

/** The days a board counts. */
export function Span({ board }: { board: Leaderboard }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { period, from, to } = board;
  if (period === 'all' || !from || !to) return t`Since the beginning`;
  return t`${formatDate(from, language)} to ${formatDate(to, language)}`;
}
