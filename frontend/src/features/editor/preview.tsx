import { useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { previewQuery } from '@/api/posts';
import { RichText } from '@/ui/rich-text';
import { ErrorState } from '@/ui/states';
import classes from './editor.module.css';

/** The text as readers will see it: rendered by the server, as it will be when it is saved. */
export function Preview({ body }: { body: string }) {
  const { t } = useLingui();
  const empty = body.trim() === '';
  const { data, error, refetch } = useQuery({ ...previewQuery(body), enabled: !empty });
  return (
    <section className={classes.preview} aria-label={t`Preview`} aria-live="polite">
      {empty ? <p className={classes.nothing}>{t`There is nothing to show yet.`}</p> : null}
      {!empty && error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!(empty || error || data) ? <Skeleton height={16} width="70%" /> : null}
      {!empty && data ? <RichText html={data.html} /> : null}
    </section>
  );
}
