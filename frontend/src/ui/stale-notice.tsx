import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { CloudOff } from 'lucide-react';
import classes from './stale-notice.module.css';

interface StaleNoticeProps {
  /** The error of a query that still shows what it fetched before. */
  error: unknown;
  onRetry: () => void;
}

/** Above what is shown although it could not be fetched anew. Renders nothing without an error. */
export function StaleNotice({ error, onRetry }: StaleNoticeProps) {
  const { t } = useLingui();
  if (!error) return null;
  return (
    <div className={classes.notice} role="status">
      <CloudOff size={16} aria-hidden className={classes.icon} />
      <p>{t`This could not be refreshed and may be out of date.`}</p>
      <Button size="compact-sm" variant="default" onClick={onRetry}>{t`Try again`}</Button>
    </div>
  );
}
