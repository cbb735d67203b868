import { useLingui } from '@lingui/react/macro';
import { getRouteApi, linkOptions } from '@tanstack/react-router';
import { useMe } from '@/api/me';
import type { User } from '@/api/types';
import { Badges } from '@/features/profile/badges';
import { Overview } from '@/features/profile/overview';
import { Answers, Questions } from '@/features/profile/posts';
import { ReputationHistory } from '@/features/profile/reputation-history';
import { SegmentedLinks } from '@/ui/segmented-links';
import { TabLinks } from '@/ui/tab-links';
import { type ProfileSearch, type ProfileTab, postsFilter } from './people-route';
import classes from './profile-tabs.module.css';

const route = getRouteApi('/people/$id/{-$slug}');

/** The parts of a profile; the address holds which one, its order and its page. */
export function ProfileTabs({ person }: { person: User }) {
  const { t } = useLingui();
  const { tab: shown = 'overview' } = route.useSearch();
  const { gold, silver, bronze } = person.badges;
  const tabs: { tab: ProfileTab; label: string; count?: number }[] = [
    { tab: 'overview', label: t`Overview` },
    { tab: 'questions', label: t`Questions`, count: person.questionCount },
    { tab: 'answers', label: t`Answers`, count: person.answerCount },
    { tab: 'reputation', label: t`Reputation` },
    { tab: 'badges', label: t`Badges`, count: gold + silver + bronze },
  ];
  return (
    <>
      <TabLinks
        label={t`Parts of the profile`}
        tabs={tabs.map(({ tab, ...words }) => ({
          ...words,
          active: tab === shown,
          link: linkTo(person, { tab: tab === 'overview' ? undefined : tab }),
        }))}
      />
      <Part person={person} tab={shown} />
    </>
  );
}

function linkTo({ id, handle }: User, search: ProfileSearch) {
  return linkOptions({
    to: '/people/$id/{-$slug}',
    params: { id: String(id), slug: handle },
    search,
    resetScroll: false,
  });
}

function Part({ person, tab }: { person: User; tab: ProfileTab }) {
  const search = route.useSearch();
  const own = useMe()?.id === person.id;
  const posts = {
    person,
    own,
    filter: postsFilter(search),
    linkTo: (page: number) => linkTo(person, { ...search, page }),
  };
  switch (tab) {
    case 'overview':
      return (
        <Overview
          person={person}
          own={own}
          questionsLink={linkTo(person, { tab: 'questions', sort: 'votes' })}
          answersLink={linkTo(person, { tab: 'answers', sort: 'votes' })}
        />
      );
    case 'questions':
      return (
        <>
          <Orders person={person} search={search} />
          <Questions {...posts} />
        </>
      );
    case 'answers':
      return (
        <>
          <Orders person={person} search={search} />
          <Answers {...posts} />
        </>
      );
    case 'reputation':
      return <ReputationHistory person={person} own={own} />;
    case 'badges':
      return <Badges person={person} own={own} />;
  }
}

function Orders({ person, search }: { person: User; search: ProfileSearch }) {
  const { t } = useLingui();
  const orders = [
    { sort: 'newest' as const, label: t`Newest` },
    { sort: 'votes' as const, label: t`Most voted` },
  ];
  return (
    <div className={classes.orders}>
      <SegmentedLinks
        label={t`Order of the posts`}
        segments={orders.map(({ sort, label }) => ({
          label,
          active: sort === (search.sort ?? 'newest'),
          link: linkTo(person, { ...search, sort, page: undefined }),
        }))}
      />
    </div>
  );
}
