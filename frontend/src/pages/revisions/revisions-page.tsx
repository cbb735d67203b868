import { Plural, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, linkOptions } from '@tanstack/react-router';
import { useMe } from '@/api/me';
import { revisionsQuery } from '@/api/posts';
import type { Revision, RevisionList } from '@/api/types';
import { Timeline } from '@/features/revisions/timeline';
import { ErrorPage, NotFound } from '@/ui/helpful-page';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { SegmentedLinks } from '@/ui/segmented-links';
import { SkeletonRows } from '@/ui/states';
import { TextLink } from '@/ui/text-action';
import classes from './revisions-page.module.css';

const route = getRouteApi('/posts/$id/revisions');

export function RevisionsPage() {
  const { t } = useLingui();
  const { id } = route.useParams();
  const valid = /^[1-9]\d{0,15}$/.test(id);
  const { data, error, refetch } = useQuery({ ...revisionsQuery(Number(id)), enabled: valid });
  if (!valid) return <NotFound />;
  if (data) return <History history={data} />;
  if (error) return <ErrorPage error={error} onRetry={() => void refetch()} />;
  return (
    <Page title={t`All versions`} width="wide">
      <SkeletonRows rows={3} height={180} />
    </Page>
  );
}

function History({ history }: { history: RevisionList }) {
  const { t } = useLingui();
  const { view } = route.useSearch();
  const { items, kind } = history;
  return (
    <Page title={t`All versions: ${history.title}`} width="wide">
      <PageHeader
        title={kind === 'question' ? t`Versions of the question` : t`Versions of the answer`}
        subtitle={<BackToPost history={history} />}
        actions={<Views postId={history.postId} view={view} />}
      />
      <p className={classes.count}>
        <Plural
          value={items.length}
          one="This post was never changed."
          other="# versions, the newest first."
        />
      </p>
      <Timeline
        revisions={items}
        acts={history.acts}
        view={view ?? 'inline'}
        actions={(revision) => <BringBack history={history} revision={revision} />}
      />
    </Page>
  );
}

function BackToPost({ history }: { history: RevisionList }) {
  const { questionId, postId, title } = history;
  return (
    <Link
      to="/questions/$id/{-$slug}"
      params={{ id: String(questionId) }}
      hash={postId === questionId ? undefined : `answer-${postId}`}
    >
      {title}
    </Link>
  );
}

/** Going back is an edit like any other: it opens the form with the old text. */
function BringBack({ history, revision }: { history: RevisionList; revision: Revision }) {
  const { t } = useLingui();
  const me = useMe();
  if (!me) return null;
  return (
    <TextLink
      to={history.kind === 'question' ? '/questions/$id/edit' : '/answers/$id/edit'}
      params={{ id: String(history.postId) }}
      search={{ version: revision.number }}
    >
      {t`Edit from this version`}
    </TextLink>
  );
}

function Views({ postId, view }: { postId: number; view: 'split' | undefined }) {
  const { t } = useLingui();
  const to = '/posts/$id/revisions';
  const params = { id: String(postId) };
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
