import { useLingui } from '@lingui/react/macro';
import classes from './post-layout.module.css';

/** What bounties brought an answer. */
export function BountyMark({ amount }: { amount: number }) {
  const { t } = useLingui();
  if (amount === 0) return null;
  const label = t`Bounty: ${amount} reputation`;
  return (
    <span className={classes.bounty} role="img" aria-label={label} title={label}>
      +{amount}
    </span>
  );
}
