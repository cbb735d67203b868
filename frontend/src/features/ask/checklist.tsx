import { useLingui } from '@lingui/react/macro';
import { Circle, CircleCheck } from 'lucide-react';
import { Panel } from '@/ui/panel';
import classes from './ask.module.css';
import { type Check, checksOf, type Written } from './checks';

/** What makes the question answerable, ticked off while one writes. */
export function Checklist({ written }: { written: Written }) {
  const { t } = useLingui();
  const words: Record<Check, string> = {
    question: t`The title is a question`,
    specific: t`The title is specific: five words or more`,
    details: t`Details: what should happen, what happens, what you tried`,
    tags: t`A tag, so that those who know find it`,
    code: t`The error's exact words, marked as code`,
  };
  const checks = [...checksOf(written)];
  return (
    <Panel title={t`A question people can answer`}>
      <ul className={classes.checks}>
        {checks.map(([check, met]) => (
          <li key={check} className={classes.check} data-met={met || undefined}>
            {met ? (
              <CircleCheck size={16} role="img" aria-label={t`Done:`} />
            ) : (
              <Circle size={16} role="img" aria-label={t`Still open:`} />
            )}
            <span>{words[check]}</span>
          </li>
        ))}
      </ul>
      <p className={classes.readers}>
        {t`Leave out personal data of colleagues, citizens and suppliers.`}
      </p>
    </Panel>
  );
}
