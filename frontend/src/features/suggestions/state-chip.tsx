import { useLingui } from '@lingui/react/macro';
import { CircleCheck, CircleSlash, Clock, type LucideIcon, Undo2 } from 'lucide-react';
import type { SuggestionSummary } from '@/api/suggestions';
import classes from './suggestions.module.css';

const icons: Record<SuggestionSummary['state'], LucideIcon> = {
  waiting: Clock,
  accepted: CircleCheck,
  rejected: CircleSlash,
  withdrawn: Undo2,
};

/** What became of a suggestion. */
export function StateChip({ suggestion }: { suggestion: SuggestionSummary }) {
  const { t } = useLingui();
  const { state, improved } = suggestion;
  const words: Record<SuggestionSummary['state'], string> = {
    waiting: t`Waiting`,
    accepted: improved ? t`Improved and accepted` : t`Accepted`,
    rejected: t`Rejected`,
    withdrawn: t`Withdrawn`,
  };
  const Icon = icons[state];
  return (
    <span className={classes.state} data-state={state}>
      <Icon size={14} aria-hidden />
      {words[state]}
    </span>
  );
}
