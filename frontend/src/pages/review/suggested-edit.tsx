import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { ReviewItem } from '@/api/reviews';
import { suggestionQuery } from '@/api/suggestions';
import { Changes } from '@/features/revisions/changes';
import { PersonName } from '@/ui/person';
import { RelativeTime } from '@/ui/relative-time';
import { ErrorState, SkeletonRows } from '@/ui/states';
import { TextLink } from '@/ui/text-action';
import classes from './suggested-edit.module.css';

type Suggested = NonNullable<ReviewItem['suggestion']>;

/** What somebody suggested, as the changes that it would make. */
export function SuggestedEdit({ suggestion }: { suggestion: Suggested }) {
  const { t } = useLingui();
  const { id, by, at, summary } = suggestion;
  const { data, error, refetch } = useQuery(suggestionQuery(id));
  return (
    <section className={classes.edit} aria-label={t`Suggested edit`}>
      <p className={classes.by}>
        <PersonName person={by} fallback={data?.authorName ?? ''} />
        <RelativeTime value={at} />
        <TextLink
          to="/suggestions/$id"
          params={{ id: String(id) }}
        >{t`Improve it instead`}</TextLink>
      </p>
      <p className={classes.summary}>{summary}</p>
      {data ? (
        <Changes
          before={data.before}
          after={data.after}
          view="inline"
          names={{ before: t`Before`, after: t`Suggested` }}
        />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <SkeletonRows rows={1} height={160} />
      )}
    </section>
  );
}
