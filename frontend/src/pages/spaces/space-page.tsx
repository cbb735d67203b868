import { Plural, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, linkOptions } from '@tanstack/react-router';
import { CircleHelp, Plus } from 'lucide-react';
import { feedAddress } from '@/api/feeds';
import { spaceQuery } from '@/api/spaces';
import type { Space } from '@/api/types';
import { FeedAction } from '@/features/feeds/feed-action';
import { FollowButton } from '@/features/follows/follow-button';
import { QuestionList } from '@/features/questions/question-list';
import { SpaceAbout } from '@/features/spaces/space-about';
import { SpaceIntro } from '@/features/spaces/space-intro';
import { SpaceName } from '@/features/spaces/space-name';
import { ButtonLink } from '@/ui/button-link';
import { ErrorPage } from '@/ui/helpful-page';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { SegmentedLinks } from '@/ui/segmented-links';
import { StaleNotice } from '@/ui/stale-notice';
import { EmptyState, SkeletonRows } from '@/ui/states';
import classes from './space-page.module.css';
import { type SpaceSearch, spaceQuestions, spaceViews } from './space-route';

const route = getRouteApi('/spaces/$slug');

export function SpacePage() {
  const { t } = useLingui();
  const { slug } = route.useParams();
  const search = route.useSearch();
  const { data, error, refetch, isPending } = useQuery(spaceQuery(slug));
  if (!(data || isPending)) return <ErrorPage error={error} onRetry={() => void refetch()} />;
  if (!data) {
    return (
      <Page title={t`Space`}>
        <PageHeader title={t`Space`} subtitle=" " />
        <SkeletonRows rows={8} height={127} />
      </Page>
    );
  }
  return (
    <Page title={data.name} rail={<SpaceAbout space={data} />}>
      <PageHeader
        title={<SpaceName space={data} />}
        subtitle={<Plural value={data.questionCount} one="# question" other="# questions" />}
        actions={
          <>
            <FollowButton target={{ space: slug }} name={data.name} />
            {data.canAsk ? <AskHere space={data} /> : null}
          </>
        }
      />
      <StaleNotice error={error} onRetry={() => void refetch()} />
      <SpaceIntro space={data} />
      <Questions space={data} search={search} />
    </Page>
  );
}

function AskHere({ space }: { space: Space }) {
  const { t } = useLingui();
  return (
    <ButtonLink
      to="/questions/ask"
      search={{ space: space.slug }}
      variant="default"
      leftSection={<Plus size={16} aria-hidden />}
    >{t`Ask here`}</ButtonLink>
  );
}

function Questions({ space, search }: { space: Space; search: SpaceSearch }) {
  const { t } = useLingui();
  const { slug } = space;
  const labels = {
    newest: t`Newest`,
    active: t`Active`,
    unanswered: t`Unanswered`,
    votes: t`Most voted`,
    hot: t`Hot`,
  };
  const linkTo = (change: SpaceSearch) =>
    linkOptions({ to: '/spaces/$slug', params: { slug }, search: { ...search, ...change } });
  return (
    <section aria-labelledby="space-questions">
      <div className={classes.head}>
        <h2 id="space-questions" className={classes.title}>{t`Questions`}</h2>
        <SegmentedLinks
          label={t`Views of the questions`}
          segments={spaceViews.map((view) => ({
            label: labels[view],
            active: view === (search.view ?? 'newest'),
            link: linkTo({ view, page: undefined }),
          }))}
        />
      </div>
      <QuestionList
        filter={spaceQuestions(slug, search)}
        empty={<NoQuestions space={space} unanswered={search.view === 'unanswered'} />}
        linkTo={(page) => linkTo({ page })}
      />
      <FeedAction
        name={t`Questions in ${space.name}`}
        feed={feedAddress('questions', { view: search.view, space: slug })}
      />
    </section>
  );
}

function NoQuestions({ space, unanswered }: { space: Space; unanswered: boolean }) {
  const { t } = useLingui();
  return (
    <EmptyState
      icon={<CircleHelp size={28} />}
      title={unanswered ? t`Every question in this space has an answer` : t`No questions here yet`}
      action={space.canAsk ? <AskHere space={space} /> : null}
    >
      {t`A question takes a minute, and the answer helps everyone who has it after you.`}
    </EmptyState>
  );
}
