import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Deed } from '@/api/timeline';
import { useActWords } from './use-act-words';

/** Says in a few words what happened to a post. */
export function useDeedWords(): (deed: Deed, kind: 'question' | 'answer') => string {
  const { t } = useLingui();
  const wordsOfAct = useActWords();
  const words = {
    asked: t`Asked`,
    accepted: t`Answer accepted`,
    commented: t`Commented`,
    suggested: t`Edit suggested`,
    rejected: t`Suggested edit rejected`,
  };
  return ({ kind, reason, amount, revision, up, down, answerId }, postKind) => {
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
      case 'asked':
      case 'commented':
      case 'suggested':
      case 'rejected':
        return words[kind];
      default:
        return wordsOfAct({ kind, reason, amount });
    }
  };
}
