import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { InboxThread, Notification } from '@/api/inbox';

/** Says in one sentence what happened. */
export function useSentence(): (thread: InboxThread, notification: Notification) => string {
  const { t } = useLingui();
  return ({ asked }, { kind, by, count, postKind, own }) => {
    const name = by?.name ?? t`Somebody`;
    const onAnswer = postKind === 'answer';
    switch (kind) {
      case 'question':
        return t`${name} asked a question`;
      case 'answer':
        return asked
          ? t`${name} answered your question`
          : t`${name} answered a question you follow`;
      case 'comment':
        if (!own) return t`${name} replied to your comment`;
        return onAnswer
          ? t`${name} commented on your answer`
          : t`${name} commented on your question`;
      case 'accept':
        return t`${name} accepted your answer`;
      case 'bounty-offered':
        return asked
          ? t`${name} offers a bounty for your question`
          : t`${name} offers a bounty for a question you follow`;
      case 'bounty-ending':
        return t`Your bounty ends within a day. Award it to the answer that helped most`;
      case 'bounty-awarded':
        if (!own) return t`Your bounty went to the best answer`;
        return by ? t`${name} awarded you a bounty` : t`Your answer earned a bounty`;
      case 'bounty-returned':
        return t`Your bounty was returned to you`;
      case 'from-comment':
        return t`${name} made an answer of your comment`;
      case 'to-comment':
        return t`${name} made a comment of your answer`;
      case 'edit':
        return onAnswer ? t`${name} edited your answer` : t`${name} edited your question`;
      case 'votes':
        return onAnswer
          ? t`${plural(count, { one: '# up-vote on your answer', other: '# up-votes on your answer' })}`
          : t`${plural(count, { one: '# up-vote on your question', other: '# up-votes on your question' })}`;
      case 'closed':
        return t`${name} closed your question`;
      case 'flag-helpful':
        return t`Your flag was helpful`;
      case 'flag-declined':
        return t`Your flag was declined`;
      case 'suggestion':
        return onAnswer
          ? t`${name} suggested an edit of your answer, which waits for your decision`
          : t`${name} suggested an edit of your question, which waits for your decision`;
      case 'suggestion-accepted':
        return t`${name} accepted the edit that you suggested`;
      case 'suggestion-rejected':
        return t`${name} rejected the edit that you suggested`;
      case 'mention':
        return t`${name} mentioned you`;
      case 'reopened':
        return t`${name} reopened your question`;
    }
  };
}
