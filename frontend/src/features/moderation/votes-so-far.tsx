import { Plural, useLingui } from '@lingui/react/macro';
import { useWithdrawCloseVote } from '@/api/moderation';
import type { Question } from '@/api/types';
import { TextAction } from '@/ui/text-action';
import { useRefusal } from '@/ui/use-refusal';
import classes from './dialogs.module.css';

/** How many votes are missing, and the way to take one's own back. */
export function VotesSoFar({ question }: { question: Question }) {
  const { t } = useLingui();
  const refused = useRefusal();
  const withdraw = useWithdrawCloseVote(question.id);
  const { count, needed, mine } = question.closeVotes;
  if (needed === 1) return null;
  if (mine) {
    return (
      <span className={classes.first}>
        <TextAction onClick={() => withdraw.mutate(undefined, { onError: refused })}>
          {t`Take my vote back`}
        </TextAction>
      </span>
    );
  }
  return (
    <span className={`${classes.first} ${classes.text}`}>
      <Plural value={needed - count} one="One vote decides." other="# votes are needed." />
    </span>
  );
}
