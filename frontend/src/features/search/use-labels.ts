import { useLingui } from '@lingui/react/macro';
import type { searchKinds, searchStates } from './search-address';

/** Names of the kinds of what can be found, in the plural. */
export function useKindLabels(): Record<(typeof searchKinds)[number], string> {
  const { t } = useLingui();
  return { question: t`Questions`, answer: t`Answers`, person: t`People`, tag: t`Tags` };
}

/** Names of the states a question can be in. */
export function useStateLabels(): Record<(typeof searchStates)[number], string> {
  const { t } = useLingui();
  return {
    answered: t`Answered`,
    unanswered: t`Unanswered`,
    solved: t`Solved`,
    closed: t`Closed`,
  };
}
