import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { CircleCheck, CircleX, Clock, type LucideIcon, Undo2 } from 'lucide-react';
import { type MyFlag, useFlag } from '@/api/flags';
import { RelativeTime } from '@/ui/relative-time';
import { TextAction } from '@/ui/text-action';
import { useRefusal } from '@/ui/use-refusal';
import classes from './flags.module.css';
import { useFlagWords } from './use-flag-words';

const icons: Record<MyFlag['outcome'], LucideIcon> = {
  open: Clock,
  helpful: CircleCheck,
  declined: CircleX,
  withdrawn: Undo2,
};

/** One's flag: at what, why, and what became of it. */
export function FlagRow({ flag }: { flag: MyFlag }) {
  const { t } = useLingui();
  const words = useFlagWords();
  const refused = useRefusal();
  const { commentId, postId } = flag;
  const withdraw = useFlag(
    commentId === null ? { kind: 'post', id: postId } : { kind: 'comment', id: commentId },
  );
  const Icon = icons[flag.outcome];
  return (
    <article className={classes.row} data-row>
      <h2 className={classes.title}>
        {flag.question ? (
          <Link
            to="/questions/$id/{-$slug}"
            params={{ id: String(flag.question.id), slug: flag.question.slug }}
            hash={flag.postKind === 'answer' ? `answer-${postId}` : undefined}
          >
            {flag.question.title}
          </Link>
        ) : (
          t`Something that is gone, or that you may no longer read`
        )}
      </h2>
      <div className={classes.head}>
        <span className={classes.outcome} data-outcome={flag.outcome}>
          <Icon size={15} aria-hidden />
          {words.outcomes[flag.outcome]}
        </span>
        <span>{words.reasons[flag.reason]}</span>
        <span>
          <Kind flag={flag} />
        </span>
        <RelativeTime value={flag.at} />
        {flag.outcome === 'open' ? (
          <TextAction onClick={() => withdraw.mutate(null, { onError: refused })}>
            {t`Withdraw`}
          </TextAction>
        ) : null}
      </div>
      {flag.note || flag.excerpt ? (
        <p className={classes.text}>{flag.note || flag.excerpt}</p>
      ) : null}
      {flag.answer ? <p className={classes.answer}>{flag.answer}</p> : null}
    </article>
  );
}

function Kind({ flag }: { flag: MyFlag }) {
  const { t } = useLingui();
  if (flag.commentId !== null) return t`at a comment`;
  if (!flag.question) return null;
  return flag.postKind === 'answer' ? t`at an answer` : t`at a question`;
}
