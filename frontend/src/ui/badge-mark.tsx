import { useLingui } from '@lingui/react/macro';
import { Award } from 'lucide-react';
import classes from './badge-mark.module.css';

export type BadgeClass = 'gold' | 'silver' | 'bronze';

/** The class as a colour and as a word: colour alone says nothing to many. */
export function BadgeMark({ of }: { of: BadgeClass }) {
  const { t } = useLingui();
  const names = { gold: t`Gold`, silver: t`Silver`, bronze: t`Bronze` };
  return (
    <span className={classes.mark} data-class={of}>
      <Award size={16} aria-hidden />
      {names[of]}
    </span>
  );
}
