import { Plural, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, linkOptions } from '@tanstack/react-router';
import { feedAddress } from '@/api/feeds';
import { useMe } from '@/api/me';
import { type QuestionView, questionListQuery } from '@/api/questions';
import { FeedAction } from '@/features/feeds/feed-action';
import { QuestionList } from '@/features/questions/question-list';
import { QuestionsRail } from '@/features/questions/questions-rail';
import { TagsPanel } from '@/features/tag-preferences/tags-panel';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { SegmentedLinks } from '@/ui/segmented-links';
import { QuestionsEmpty } from './questions-empty';
import { type QuestionsSearch, questionFilter } from './questions-route';

const route = getRouteApi('/questions');

export function QuestionsPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const filter = questionFilter(search);
  const { data } = useQuery(questionListQuery(filter));
  return (
    <Page title={t`Questions`} rail={<QuestionsRail tags={<TagsPanel />} />}>
      <PageHeader
        title={t`Questions`}
        subtitle={data ? <Plural value={data.total} one="# question" other="# questions" /> : ' '}
        actions={<Views search={search} />}
      />
      <QuestionList
        filter={filter}
        empty={<QuestionsEmpty view={search.view} />}
        linkTo={(page) => linkOptions({ to: '/questions', search: { ...search, page } })}
      />
      <FeedAction
        name={t`Questions`}
        feed={feedAddress('questions', { ...search, page: undefined })}
      />
    </Page>
  );
}

function Views({ search }: { search: QuestionsSearch }) {
  const { t } = useLingui();
  const signedIn = Boolean(useMe());
  const views: { view: QuestionView; label: string; personal?: boolean }[] = [
    { view: 'newest', label: t`Newest` },
    { view: 'active', label: t`Active` },
    { view: 'unanswered', label: t`Unanswered` },
    { view: 'votes', label: t`Most voted` },
    { view: 'hot', label: t`Hot` },
    { view: 'bounty', label: t`Bounties` },
    { view: 'watched', label: t`My tags`, personal: true },
    { view: 'mine', label: t`Mine`, personal: true },
  ];
  return (
    <SegmentedLinks
      label={t`Views of the questions`}
      segments={views
        .filter(({ personal }) => signedIn || !personal)
        .map(({ view, label }) => ({
          label,
          active: view === (search.view ?? 'newest'),
          link: linkOptions({ to: '/questions', search: { ...search, view, page: undefined } }),
        }))}
    />
  );
}
