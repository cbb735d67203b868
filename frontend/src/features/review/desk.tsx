import { useLingui } from '@lingui/react/macro';
import { Button, NativeSelect, Textarea } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import {
  type QueueName,
  type ReviewDecision,
  type ReviewItem,
  useDecideReview,
  useNextReview,
} from '@/api/reviews';
import { toast } from '@/ui/toast';
import { useRefusal } from '@/ui/use-refusal';
import { Context } from './context';
import { Reasons, useFlagReasons } from './reasons';
import classes from './review.module.css';
import { letters, useReviewWords } from './use-review-words';

type FlagReason = ReviewItem['flags'][number]['reason'];

interface DeskProps {
  queue: QueueName;
  item: ReviewItem;
  /** What the item would change, where it is a suggested edit. */
  change?: ReactNode;
}

/** One item with its context and what can be decided, by a press or by the letter on the button. */
export function Desk({ queue, item, change }: DeskProps) {
  const { t } = useLingui();
  const words = useReviewWords();
  const refused = useRefusal();
  const decide = useDecideReview(queue);
  const next = useNextReview(queue);
  const [note, setNote] = useState('');
  const [reason, setReason] = useState<FlagReason>('low-quality');
  const article = useRef<HTMLElement>(null);
  // Who decides by key or by screen reader goes on at the top of the next one.
  useEffect(() => article.current?.focus(), []);
  const busy = decide.isPending || next.isPending;

  const say = async (decision: ReviewDecision) => {
    if (busy) return;
    const given = decision === 'flag' ? { reason } : {};
    const verdict = { decision, note: decision === 'skip' ? '' : note, ...given };
    try {
      // The next item has taken this one's place by then, so that callbacks of mutate would not be called.
      await decide.mutateAsync({ id: item.id, verdict });
      if (decision !== 'skip') toast.done(t`Decided: ${words.acts[decision]}`);
    } catch (error) {
      refused(error);
    }
  };
  const leave = () => {
    if (!busy) next.mutate(item.id, { onError: refused });
  };

  return (
    <article
      ref={article}
      className={classes.desk}
      aria-label={words.queues[queue]}
      tabIndex={-1}
      data-post={item.post.id}
      data-review
    >
      <Reasons item={item} />
      {change}
      <Context item={item} />
      <div className={classes.deciding}>
        <div className={classes.fields}>
          {item.choices.includes('flag') ? (
            <FlagReasons chosen={reason} onChoose={setReason} />
          ) : null}
          <Textarea
            label={t`What should those know whom it concerns? (optional)`}
            autosize
            minRows={1}
            maxRows={5}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </div>
        <div className={classes.buttons}>
          {item.choices.map((decision) => (
            <Deed
              key={decision}
              letter={letters[decision]}
              danger={decision === 'delete'}
              onPress={() => void say(decision)}
            >
              {words.acts[decision]}
            </Deed>
          ))}
          <span className={classes.quiet}>
            <Deed quiet letter={letters.skip} onPress={() => void say('skip')}>
              {words.acts.skip}
            </Deed>
            <Deed quiet letter="n" onPress={leave}>{t`Next`}</Deed>
          </span>
        </div>
      </div>
    </article>
  );
}

interface DeedProps {
  letter: string;
  quiet?: boolean;
  danger?: boolean;
  onPress: () => void;
  children: ReactNode;
}

function Deed({ letter, quiet, danger, onPress, children }: DeedProps) {
  return (
    <Button
      variant={quiet ? 'subtle' : 'default'}
      color={danger ? 'red' : undefined}
      data-key={letter}
      aria-keyshortcuts={letter}
      onClick={onPress}
      rightSection={
        <kbd className={classes.letter} aria-hidden>
          {letter}
        </kbd>
      }
    >
      {children}
    </Button>
  );
}

interface FlagReasonsProps {
  chosen: FlagReason;
  onChoose: (reason: FlagReason) => void;
}

function FlagReasons({ chosen, onChoose }: FlagReasonsProps) {
  const { t } = useLingui();
  const names = useFlagReasons();
  const reasons: FlagReason[] = ['low-quality', 'spam', 'rude', 'attention'];
  return (
    <NativeSelect
      label={t`If you flag it`}
      value={chosen}
      onChange={(event) => {
        const reason = reasons.find((one) => one === event.currentTarget.value);
        if (reason) onChoose(reason);
      }}
      data={reasons.map((value) => ({ value, label: names[value] }))}
    />
  );
}
