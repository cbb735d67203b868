import { useLingui } from '@lingui/react/macro';
import classes from './offer-dialog.module.css';

/** The published rules of bounties. */
export function BountyRules() {
  const { t } = useLingui();
  return (
    <section className={classes.rules} aria-labelledby="bounty-rules">
      <h3 id="bounty-rules" className={classes.heading}>{t`How a bounty goes`}</h3>
      <ul>
        <li>{t`You pay it at once. It runs for 7 days, and you have one more day to award it.`}</li>
        <li>
          {t`You can award it to any answer that is not your own. It gets all of it, and that cannot be taken back.`}
        </li>
        <li>
          {t`If you do not, all of it goes to the best answer by somebody else from these 7 days: the one you accepted, if the question is yours, else the one with the highest score of at least 2.`}
        </li>
        <li>
          {t`Without such an answer you get it back in full, and also when the question is closed, locked, merged or deleted.`}
        </li>
      </ul>
    </section>
  );
}
