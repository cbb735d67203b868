import { useLingui } from '@lingui/react/macro';
import { Database } from 'lucide-react';
import classes from './engine-notice.module.css';

/** Said while the search engine is away: the results may differ, and nothing is lost. */
export function EngineNotice() {
  const { t } = useLingui();
  return (
    <p className={classes.notice} role="status">
      <Database size={16} aria-hidden className={classes.icon} />
      {t`Search is answered from the database for the moment. It forgives fewer typing errors; nothing is lost.`}
    </p>
  );
}
