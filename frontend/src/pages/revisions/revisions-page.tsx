import { Plural, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, linkOptions } from '@tanstack/react-router';
import type { ReactNode } from 'react';
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
  const { version } = route.useSearch();
  const query = useInfiniteQuery({ ...revisionsQuery(Number(id), version), enabled: valid });
  const { data, error, refetch } = query;
  if (!valid) return <NotFound />;
  const [newest] = data?.pages ?? [];
  if (data && newest) {
    const items = data.pages.flatMap((part) => part.items);
    return (
      <History
        // Another version to begin with is another one to have open.
        key={version ?? 0}
        history={{ ...newest, items, older: data.pages.at(-1)?.older ?? null }}
      >
        {query.hasNextPage ? (
          <Button
            className={classes.more}
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >{t`Show older versions`}</Button>
        ) : null}
      </History>
    );
  }
  if (error) return <ErrorPage error={error} onRetry={() => void refetch()} />;
  return (
    <Page title={t`All versions`} width="wide">
      <SkeletonRows rows={3} height={180} />
    </Page>
  );
}

interface HistoryProps {
  /** The versions that are loaded, of all parts. */
  history: RevisionList;
  children: ReactNode;
}

function History({ history, children }: HistoryProps) {
  const { t } = useLingui();
  const { view, version } = route.useSearch();
  const { items, kind, total, older } = history;
  return (
    <Page title={t`All versions: ${history.title}`} width="wide">
      <PageHeader
        title={kind === 'question' ? t`Versions of the question` : t`Versions of the answer`}
        subtitle={<BackToPost history={history} />}
        actions={
          <>
            <TextLink to="/posts/$id/timeline" params={{ id: String(history.postId) }}>
              {t`Timeline`}
            </TextLink>
            <Views postId={history.postId} view={view} version={version} />
          </>
        }
      />
      <p className={classes.count}>
        <Plural
          value={total}
          one="This post was never changed."
          other="# versions, the newest first."
        />{' '}
        {version === undefined ? null : (
          <Link to="/posts/$id/revisions" params={{ id: String(history.postId) }} search={{ view }}>
            {t`Show the newest`}
          </Link>
        )}
      </p>
      <Timeline
        revisions={items}
        older={older}
        acts={actsBetween(history, version)}
        view={view ?? 'inline'}
        linkTo={(number) =>
          linkOptions({
            to: '/posts/$id/revisions',
            params: { id: String(history.postId) },
            search: { view, version: number },
          })
        }
        actions={(revision) =>
          revision.number === total ? null : <BringBack history={history} revision={revision} />
        }
      />
      {children}
    </Page>
  );
}

/** What was done beside writing, as far back as versions are loaded; a link to one version is about versions alone. */
function actsBetween({ acts, items, older }: RevisionList, version: number | undefined) {
  if (version !== undefined) return [];
  const last = items.at(-1);
  if (!(older && last)) return acts;
  return acts.filter(({ at }) => Date.parse(at) >= Date.parse(last.createdAt));
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

interface ViewsProps {
  postId: number;
  view: 'split' | undefined;
  version: number | undefined;
}

function Views({ postId, view, version }: ViewsProps) {
  const { t } = useLingui();
  const to = '/posts/$id/revisions';
  const params = { id: String(postId) };
  return (
    <SegmentedLinks
      label={t`How the changes are shown`}
      segments={[
        { label: t`Inline`, active: !view, link: linkOptions({ to, params, search: { version } }) },
        {
          label: t`Side by side`,
          active: view === 'split',
          link: linkOptions({ to, params, search: { view: 'split', version } }),
        },
      ]}
    />
  );
}
