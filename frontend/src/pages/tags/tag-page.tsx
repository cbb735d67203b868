import { Plural, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, linkOptions } from '@tanstack/react-router';
import { CircleHelp } from 'lucide-react';
import { feedAddress } from '@/api/feeds';
import { type Tag, tagQuery } from '@/api/tags';
import { FeedAction } from '@/features/feeds/feed-action';
import { QuestionList } from '@/features/questions/question-list';
import { TagWiki } from '@/features/tags/tag-wiki';
import { TopAnswerers } from '@/features/tags/top-answerers';
import { WatchButton } from '@/features/tags/watch-button';
import { ButtonLink } from '@/ui/button-link';
import { ErrorPage } from '@/ui/helpful-page';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { SegmentedLinks } from '@/ui/segmented-links';
import { StaleNotice } from '@/ui/stale-notice';
import { EmptyState, SkeletonRows } from '@/ui/states';
import { TextLink } from '@/ui/text-action';
import { EditLink } from './edit-link';
import classes from './tag-page.module.css';
import { type TagSearch, tagQuestions, tagViews } from './tags-route';

const route = getRouteApi('/tags/$name');

export function TagPage() {
  const { name } = route.useParams();
  const search = route.useSearch();
  const { data, error, refetch, isPending } = useQuery(tagQuery(name));
  if (!(data || isPending)) return <ErrorPage error={error} onRetry={() => void refetch()} />;
  return (
    <Page title={name} rail={data ? <TopAnswerers tag={data} /> : null}>
      <PageHeader
        title={name}
        subtitle={
          data ? <Plural value={data.questionCount} one="# question" other="# questions" /> : ' '
        }
        actions={data ? <Actions tag={data} /> : null}
      />
      <StaleNotice error={error} onRetry={() => void refetch()} />
      {data ? <TagWiki key={name} tag={data} /> : <SkeletonRows rows={1} height={72} />}
      <Questions name={name} search={search} />
    </Page>
  );
}

function Actions({ tag }: { tag: Tag }) {
  const { t } = useLingui();
  return (
    <>
      <TextLink to="/tags/$name/revisions" params={{ name: tag.name }}>{t`Versions`}</TextLink>
      <EditLink tag={tag} />
      <WatchButton tag={tag} />
    </>
  );
}

function Questions({ name, search }: { name: string; search: TagSearch }) {
  const { t } = useLingui();
  const labels = {
    newest: t`Newest`,
    active: t`Active`,
    unanswered: t`Unanswered`,
    votes: t`Most voted`,
    hot: t`Hot`,
  };
  const linkTo = (change: TagSearch) =>
    linkOptions({ to: '/tags/$name', params: { name }, search: { ...search, ...change } });
  return (
    <section aria-labelledby="tag-questions">
      <div className={classes.head}>
        <h2 id="tag-questions" className={classes.title}>{t`Questions`}</h2>
        <SegmentedLinks
          label={t`Views of the questions`}
          segments={tagViews.map((view) => ({
            label: labels[view],
            active: view === (search.view ?? 'newest'),
            link: linkTo({ view, page: undefined }),
          }))}
        />
      </div>
      <QuestionList
        filter={tagQuestions(name, search)}
        empty={<NoQuestions name={name} unanswered={search.view === 'unanswered'} />}
        linkTo={(page) => linkTo({ page })}
      />
      <FeedAction
        name={t`Questions about ${name}`}
        feed={feedAddress('questions', { view: search.view, tag: name })}
      />
    </section>
  );
}

function NoQuestions({ name, unanswered }: { name: string; unanswered: boolean }) {
  const { t } = useLingui();
  return (
    <EmptyState
      icon={<CircleHelp size={28} />}
      title={unanswered ? t`Every question in this tag has an answer` : t`No questions here yet`}
      action={
        <ButtonLink to="/questions/ask" search={{ tag: [name] }} variant="default">
          {t`Ask with this tag`}
        </ButtonLink>
      }
    >
      {t`A question takes a minute, and the answer helps everyone who has it after you.`}
    </EmptyState>
  );
}
