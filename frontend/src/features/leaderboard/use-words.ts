import { useLingui } from '@lingui/react/macro';
import type { Measure, Period } from '@/api/leaderboards';

export function usePeriodNames(): Record<Period, string> {
  const { t } = useLingui();
  return {
    week: t`This week`,
    month: t`This month`,
    quarter: t`This quarter`,
    year: t`This year`,
    all: t`All time`,
  };
}

export function useMeasureNames(): Record<Measure, string> {
  const { t } = useLingui();
  return {
    reputation: t`Reputation`,
    answers: t`Answers`,
    acceptedAnswers: t`Accepted answers`,
  };
}
