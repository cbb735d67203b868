import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { timelineQuery } from '@/api/timeline';
import { DeedRow } from '@/features/revisions/deed-row';
import classes from '@/features/revisions/deeds.module.css';
import { ErrorPage, NotFound } from '@/ui/helpful-page';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { SkeletonRows } from '@/ui/states';
import { TextLink } from '@/ui/text-action';

const route = getRouteApi('/posts/$id/timeline');

/** Everything that happened to a post, the latest first. */
export function TimelinePage() {
  const { t } = useLingui();
  const { id } = route.useParams();
  const valid = /^[1-9]\d{0,15}$/.test(id);
  const query = useInfiniteQuery({ ...timelineQuery(Number(id)), enabled: valid });
  const { data, error, refetch, hasNextPage, isFetchingNextPage } = query;
  if (!valid) return <NotFound />;
  const post = data?.pages[0];
  if (!post) {
    if (error) return <ErrorPage error={error} onRetry={() => void refetch()} />;
    return (
      <Page title={t`Timeline`}>
        <SkeletonRows rows={8} height={44} />
      </Page>
    );
  }
  const { title } = post.question;
  return (
    <Page title={t`Timeline: ${title}`}>
      <PageHeader
        title={post.kind === 'question' ? t`Timeline of the question` : t`Timeline of the answer`}
        subtitle={
          <Link
            to="/questions/$id/{-$slug}"
            params={{ id: String(post.question.id), slug: post.question.slug }}
            hash={post.kind === 'answer' ? `answer-${post.postId}` : undefined}
          >
            {title}
          </Link>
        }
        actions={<TextLink to="/posts/$id/revisions" params={{ id }}>{t`All versions`}</TextLink>}
      />
      <ol className={classes.deeds}>
        {data.pages
          .flatMap(({ items }) => items)
          .map((deed, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what happened never moves
            <li key={index}>
              <DeedRow deed={deed} post={post} />
            </li>
          ))}
      </ol>
      {hasNextPage ? (
        <Button
          className={classes.more}
          variant="default"
          loading={isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >{t`Show what was before`}</Button>
      ) : null}
    </Page>
  );
}
