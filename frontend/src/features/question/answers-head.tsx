import { Plural } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import classes from './answers-head.module.css';

interface AnswersHeadProps {
  count: number;
  /** The choice of order; there is none to make with a single answer. */
  order: ReactNode;
}

export function AnswersHead({ count, order }: AnswersHeadProps) {
  return (
    <div className={classes.head} data-empty={count === 0 || undefined}>
      <h2 className={classes.title} id="answers">
        <Plural value={count} _0="No answers yet" one="# answer" other="# answers" />
      </h2>
      {count > 1 ? order : null}
    </div>
  );
}
