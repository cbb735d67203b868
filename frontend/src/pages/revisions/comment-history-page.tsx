import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { commentHistoryQuery } from '@/api/text-history';
import { TextDiff } from '@/features/revisions/text-diff';
import { ErrorPage, NotFound } from '@/ui/helpful-page';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { RelativeTime } from '@/ui/relative-time';
import { SkeletonRows } from '@/ui/states';
import classes from './text-history.module.css';

const route = getRouteApi('/comments/$id/revisions');

/** What a comment says and said, for its author and for moderators. */
export function CommentHistoryPage() {
  const { t } = useLingui();
  const { id } = route.useParams();
  const valid = /^[1-9]\d{0,15}$/.test(id);
  const { data, error, refetch } = useQuery({ ...commentHistoryQuery(Number(id)), enabled: valid });
  if (!valid) return <NotFound />;
  if (error && !data) return <ErrorPage error={error} onRetry={() => void refetch()} />;
  const title = t`Versions of a comment`;
  return (
    <Page title={title}>
      <PageHeader
        title={title}
        subtitle={t`Only its author and moderators see what it said before.`}
      />
      {data ? (
        <ol className={classes.texts}>
          {data.items.map(({ body, at }, index) => (
            <li key={at}>
              <p className={classes.when}>
                <RelativeTime value={at} />
              </p>
              <TextDiff
                before={data.items[index + 1]?.body ?? body}
                after={body}
                view="inline"
                names={{ before: t`Before`, after: t`After` }}
              />
            </li>
          ))}
        </ol>
      ) : (
        <SkeletonRows rows={2} height={90} />
      )}
    </Page>
  );
}
