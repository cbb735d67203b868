import { type PeopleFilter, type PostsFilter, userListQuery, userQuery } from '@/api/users';
import type { RouterContext } from '@/lib/router-context';
import { idOf, oneOf, pageNumber, text } from '@/lib/search-params';

export interface PeopleSearch {
  q?: string;
  sort?: 'reputation' | 'newest' | 'name';
  page?: number;
}

export function peopleFilter(search: PeopleSearch): PeopleFilter {
  return { ...search, sort: search.sort ?? 'reputation', page: search.page ?? 1 };
}

export const peopleRoute = {
  validateSearch: (raw: Record<string, unknown>): PeopleSearch => ({
    q: text(raw.q),
    sort: oneOf(raw.sort, ['reputation', 'newest', 'name']),
    page: pageNumber(raw.page),
  }),
  loaderDeps: ({ search }: { search: PeopleSearch }) => search,
  loader: ({ context, deps }: { context: RouterContext; deps: PeopleSearch }) =>
    context.queryClient.prefetchQuery(userListQuery(peopleFilter(deps))),
};

const tabs = ['overview', 'questions', 'answers', 'reputation', 'badges'] as const;

export type ProfileTab = (typeof tabs)[number];

export interface ProfileSearch {
  tab?: ProfileTab;
  sort?: 'newest' | 'votes';
  page?: number;
}

export function postsFilter(search: ProfileSearch): PostsFilter {
  return { sort: search.sort ?? 'newest', page: search.page ?? 1 };
}

interface ProfileParams {
  id: string;
  slug?: string | undefined;
}

export const profileRoute = {
  validateSearch: (raw: Record<string, unknown>): ProfileSearch => ({
    tab: oneOf(raw.tab, tabs),
    sort: oneOf(raw.sort, ['newest', 'votes']),
    page: pageNumber(raw.page),
  }),
  loader: ({ context, params }: { context: RouterContext; params: ProfileParams }) => {
    const id = idOf(params.id);
    return id === null ? undefined : context.queryClient.prefetchQuery(userQuery(id));
  },
};
