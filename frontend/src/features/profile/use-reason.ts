import { useLingui } from '@lingui/react/macro';
import type { ReputationEntry } from '@/api/types';

/** Why reputation was gained or lost, in words. An import may bring reasons of its own. */
export function useReason(): (entry: ReputationEntry) => string {
  const { t } = useLingui();
  return ({ reason, post, reversal }) => {
    switch (reason) {
      case 'question-upvoted':
        return t`Question voted up`;
      case 'answer-upvoted':
        return t`Answer voted up`;
      case 'post-downvoted':
        return post?.kind === 'question' ? t`Question voted down` : t`Answer voted down`;
      case 'downvoted-answer':
        return t`Voted an answer down`;
      case 'answer-accepted':
        return t`Answer accepted`;
      case 'accepted-an-answer':
        return t`Accepted an answer`;
      case 'bounty-earned':
        return t`Bounty earned`;
      case 'bounty-offered':
        return reversal ? t`Bounty returned` : t`Bounty offered`;
      case 'edit-approved':
        return t`Suggested edit approved`;
      case 'deleted-as-spam':
        return t`Deleted as spam`;
      case 'daily-cap':
        return t`Above what votes can give on one day`;
      case 'base':
        return t`To begin with`;
      case 'association':
        return t`Brought along from other sites`;
      default:
        return t`For another reason`;
    }
  };
}
