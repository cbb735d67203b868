import { useLingui } from '@lingui/react/macro';
import { Tooltip } from '@mantine/core';
import { Check, CircleCheck } from 'lucide-react';
import { useAccept } from '@/api/answers';
import type { Answer } from '@/api/types';
import { useRefusal } from '@/ui/use-refusal';
import classes from './post-layout.module.css';

interface AcceptMarkProps {
  answer: Answer;
  acceptedAnswerId: number | null;
}

/** For the asker a switch, for everyone else the mark of the accepted answer. */
export function AcceptMark({ answer, acceptedAnswerId }: AcceptMarkProps) {
  const { t } = useLingui();
  const refused = useRefusal();
  const accept = useAccept(answer.questionId, refused);
  const { id, accepted, can } = answer;
  if (!can.accept.allowed) {
    if (!accepted) return null;
    return (
      <span className={`${classes.sideAction} ${classes.accept}`} data-accepted>
        <CircleCheck size={24} role="img" aria-label={t`Accepted answer`} />
      </span>
    );
  }
  const hint = accepted
    ? t`You accepted this answer. Press to take that back.`
    : t`Accept: this answer solved it`;
  return (
    <Tooltip label={hint} position="right" multiline maw={220}>
      <button
        type="button"
        className={`${classes.sideAction} ${classes.accept}`}
        data-accepted={accepted || undefined}
        aria-label={t`Accept this answer`}
        aria-pressed={accepted}
        data-key="v"
        onClick={() => accept.mutate({ from: acceptedAnswerId, to: accepted ? null : id })}
      >
        {accepted ? <CircleCheck size={24} aria-hidden /> : <Check size={22} aria-hidden />}
      </button>
    </Tooltip>
  );
}
