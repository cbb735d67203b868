import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, linkOptions } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import { type Suggestion, suggestionQuery } from '@/api/suggestions';
import { Changes } from '@/features/revisions/changes';
import { DecideBar } from '@/features/suggestions/decide-bar';
import { Decided } from '@/features/suggestions/decided';
import { StateChip } from '@/features/suggestions/state-chip';
import { ErrorPage, NotFound } from '@/ui/helpful-page';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { PersonName } from '@/ui/person';
import { RelativeTime } from '@/ui/relative-time';
import { SegmentedLinks } from '@/ui/segmented-links';
import { SkeletonRows } from '@/ui/states';
import classes from './suggestion-page.module.css';

const route = getRouteApi('/suggestions/$id');

export function SuggestionPage() {
  const { t } = useLingui();
  const { id } = route.useParams();
  const valid = /^[1-9]\d{0,15}$/.test(id);
  const { data, error, refetch } = useQuery({ ...suggestionQuery(Number(id)), enabled: valid });
  if (!valid) return <NotFound />;
  if (data) return <Whole suggestion={data} />;
  if (error) return <ErrorPage error={error} onRetry={() => void refetch()} />;
  return (
    <Page title={t`Suggested edit`} width="wide">
      <SkeletonRows rows={2} height={180} />
    </Page>
  );
}

function Whole({ suggestion }: { suggestion: Suggestion }) {
  const { t } = useLingui();
  const { id, postId, postKind, question, author, authorName, createdAt, summary } = suggestion;
  const { view } = route.useSearch();
  const { title } = question;
  return (
    <Page title={t`Suggested edit: ${title}`} width="wide">
      <PageHeader
        title={
          postKind === 'question' ? t`Suggested edit of a question` : t`Suggested edit of an answer`
        }
        subtitle={
          <Link
            to="/questions/$id/{-$slug}"
            params={{ id: String(question.id), slug: question.slug }}
            hash={postKind === 'answer' ? `answer-${postId}` : undefined}
          >
            {question.title}
          </Link>
        }
        actions={<Views id={id} view={view} />}
      />
      <div className={classes.meta}>
        <StateChip suggestion={suggestion} />
        <PersonName person={author} fallback={authorName} />
        <RelativeTime value={createdAt} />
        <Link to="/posts/$id/revisions" params={{ id: String(postId) }}>{t`All versions`}</Link>
      </div>
      <p className={classes.summary}>{summary}</p>
      <Decided suggestion={suggestion} />
      {suggestion.conflict ? <Conflict /> : null}
      <section className={classes.part} aria-labelledby="suggested">
        <h2 id="suggested" className={classes.heading}>{t`What would change`}</h2>
        <Changes
          before={suggestion.before}
          after={suggestion.after}
          view={view ?? 'inline'}
          names={{ before: t`Before`, after: t`Suggested` }}
        />
      </section>
      {suggestion.conflict ? (
        <section className={classes.part} aria-labelledby="since">
          <h2 id="since" className={classes.heading}>{t`What was changed since`}</h2>
          <Changes
            before={suggestion.before}
            after={suggestion.current}
            view={view ?? 'inline'}
            names={{ before: t`Before`, after: t`Now` }}
          />
        </section>
      ) : null}
      <DecideBar suggestion={suggestion} />
    </Page>
  );
}

function Conflict() {
  const { t } = useLingui();
  return (
    <Notice
      icon={<TriangleAlert size={17} aria-hidden />}
      title={t`The post was edited after this was suggested`}
    >
      <p>
        <Trans>
          It cannot be accepted as it is, so that nothing newer is overwritten. Improve it on top of
          the newest version, or reject it.
        </Trans>
      </p>
    </Notice>
  );
}

function Views({ id, view }: { id: number; view: 'split' | undefined }) {
  const { t } = useLingui();
  const to = '/suggestions/$id';
  const params = { id: String(id) };
  return (
    <SegmentedLinks
      label={t`How the changes are shown`}
      segments={[
        { label: t`Inline`, active: !view, link: linkOptions({ to, params }) },
        {
          label: t`Side by side`,
          active: view === 'split',
          link: linkOptions({ to, params, search: { view: 'split' } }),
        },
      ]}
    />
  );
}
