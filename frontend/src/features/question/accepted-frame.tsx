import { useLingui } from '@lingui/react/macro';
import { CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import classes from './accepted-frame.module.css';

interface AcceptedFrameProps {
  accepted: boolean;
  children: ReactNode;
}

/** Around each answer; a green frame with a strip of words around the accepted one. */
export function AcceptedFrame({ accepted, children }: AcceptedFrameProps) {
  const { t } = useLingui();
  return (
    <div className={classes.answer} data-accepted={accepted || undefined}>
      {accepted ? (
        <p className={classes.strip}>
          <CircleCheck size={16} aria-hidden />
          {t`Accepted answer`}
        </p>
      ) : null}
      <div className={classes.body}>{children}</div>
    </div>
  );
}
