import { useLingui } from '@lingui/react/macro';
import { formatSigned } from '@/lib/format';
import { useLanguage } from '@/lib/use-language';
import { Panel } from '@/ui/panel';
import classes from './how-earned.module.css';

/** The rules of the ledger, as far as they concern everybody. */
export function HowEarned() {
  const { t } = useLingui();
  const language = useLanguage();
  const rules: [amount: number, cause: string][] = [
    [10, t`your question or answer is voted up`],
    [15, t`your answer is accepted`],
    [2, t`you accept an answer to your question`],
    [-2, t`your post is voted down`],
    [-1, t`you vote an answer down`],
  ];
  return (
    <Panel title={t`How reputation is earned`}>
      <ul className={classes.rules}>
        {rules.map(([amount, cause]) => (
          <li key={cause} className={classes.rule}>
            <span className={classes.amount} data-loss={amount < 0 || undefined}>
              {formatSigned(amount, language)}
            </span>
            {cause}
          </li>
        ))}
      </ul>
      <p className={classes.hint}>
        {t`Votes count up to 200 a day. What is withdrawn is taken back exactly. A bounty moves 50 to 500 from who offers it to who answers best, or comes back.`}
      </p>
    </Panel>
  );
}
