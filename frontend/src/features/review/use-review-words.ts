import { useLingui } from '@lingui/react/macro';
import type { QueueName, ReviewAudit, ReviewDecision, ReviewItem } from '@/api/reviews';

/** The queues, why something waits, what one can decide, and what was decided, in words. */
export function useReviewWords() {
  const { t } = useLingui();
  const queues: Record<QueueName, string> = {
    flags: t`Flags`,
    'suggested-edits': t`Suggested edits`,
    'close-votes': t`Close votes`,
    duplicates: t`Possible duplicates`,
    'first-posts': t`First posts`,
    'low-quality': t`Low quality`,
  };
  const reasons: Record<ReviewItem['why'], string> = {
    flags: t`People have called the moderators.`,
    'suggested-edits': t`Somebody who may not edit this suggested how to make it better.`,
    votes: t`People have voted to close this question.`,
    similar: t`A question with a similar title was asked before.`,
    'first-question': t`It is the first question of a new person. Help them to a good start.`,
    'first-answer': t`It is the first answer of a new person. Help them to a good start.`,
    score: t`Its score is −2 or less.`,
    short: t`It is an answer of fewer than 30 characters.`,
    link: t`It is an answer of hardly more than a link.`,
    shouting: t`It is written in capitals.`,
  };
  const acts: Record<ReviewDecision, string> = {
    approve: t`Looks good`,
    flag: t`Flag it`,
    helpful: t`Helpful, keep it`,
    delete: t`Delete it`,
    decline: t`Decline`,
    close: t`Close`,
    leave: t`Leave open`,
    accept: t`Accept`,
    reject: t`Reject`,
    skip: t`Skip`,
  };
  const done: Record<ReviewAudit['decision'], string> = {
    approve: t`Approved`,
    flag: t`Flagged`,
    helpful: t`Flag helpful`,
    delete: t`Deleted`,
    decline: t`Flag declined`,
    close: t`For closing`,
    leave: t`Left open`,
    accept: t`Accepted`,
    reject: t`Rejected`,
  };
  return { queues, reasons, acts, done };
}

/** The letter that decides, which keys.ts binds. */
export const letters: Record<ReviewDecision, string> = {
  approve: 'a',
  flag: 'f',
  helpful: 'h',
  delete: 'd',
  decline: 'r',
  close: 'c',
  leave: 'l',
  accept: 'a',
  reject: 'r',
  skip: 's',
};
