import { useLingui } from '@lingui/react/macro';
import type { Deed, keyTable } from '@/lib/keys';

type Group = (typeof keyTable)[number]['group'];

/** What each key does, in words. A key without words does not compile. */
export function useKeyWords(): { deeds: Record<Deed, string>; groups: Record<Group, string> } {
  const { t } = useLingui();
  return {
    groups: {
      list: t`In lists and from post to post`,
      post: t`On a question or an answer`,
      review: t`In a review`,
      go: t`Go to`,
      everywhere: t`Everywhere`,
    },
    deeds: {
      next: t`To the next one`,
      previous: t`To the previous one`,
      open: t`Open`,
      nextPage: t`Next page`,
      previousPage: t`Previous page`,
      voteUp: t`Vote up`,
      voteDown: t`Vote down`,
      accept: t`Accept the answer`,
      save: t`Save`,
      follow: t`Follow or stop following`,
      comment: t`Comment`,
      edit: t`Edit`,
      share: t`Share`,
      history: t`All versions`,
      remove: t`Delete or undelete`,
      answer: t`Write an answer`,
      reviewApprove: t`Approve or accept`,
      reviewDecline: t`Decline or reject`,
      reviewHelpful: t`The flag is helpful`,
      reviewDelete: t`Delete`,
      reviewFlag: t`Flag for the moderators`,
      reviewClose: t`Close or vote to close`,
      reviewLeave: t`Leave open`,
      reviewSkip: t`Skip: do not show it to me again`,
      reviewNext: t`Next: come back to this one later`,
      goQuestions: t`Questions`,
      goTags: t`Tags`,
      goPeople: t`People`,
      goLeaderboard: t`Leaderboard`,
      goInbox: t`Inbox`,
      goSaved: t`Saved`,
      ask: t`Ask a question`,
      search: t`Search`,
      help: t`Show these keys`,
    },
  };
}
