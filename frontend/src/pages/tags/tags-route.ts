import type { QuestionFilter } from '@/api/questions';
import { type TagFilter, tagListQuery, tagQuery } from '@/api/tags';
import type { RouterContext } from '@/lib/router-context';
import { oneOf, pageNumber, text } from '@/lib/search-params';

export interface TagsSearch {
  q?: string;
  sort?: 'popular' | 'name' | 'newest';
  page?: number;
}

export function tagFilter(search: TagsSearch): TagFilter {
  return { ...search, sort: search.sort ?? 'popular', page: search.page ?? 1, pageSize: 36 };
}

export const tagsRoute = {
  validateSearch: (raw: Record<string, unknown>): TagsSearch => ({
    q: text(raw.q),
    sort: oneOf(raw.sort, ['popular', 'name', 'newest']),
    page: pageNumber(raw.page),
  }),
  loaderDeps: ({ search }: { search: TagsSearch }) => search,
  // Not waited for: while one types into the filter, the page must stay as it is.
  loader: ({ context, deps }: { context: RouterContext; deps: TagsSearch }) => {
    void context.queryClient.prefetchQuery(tagListQuery(tagFilter(deps)));
  },
};

export const tagViews = ['newest', 'active', 'unanswered', 'votes', 'hot'] as const;

export interface TagSearch {
  view?: (typeof tagViews)[number];
  page?: number;
}

export function tagQuestions(name: string, search: TagSearch): QuestionFilter {
  return { view: search.view ?? 'newest', tag: [name], page: search.page ?? 1 };
}

interface TagLoad {
  context: RouterContext;
  params: { name: string };
}

export const tagRoute = {
  validateSearch: (raw: Record<string, unknown>): TagSearch => ({
    view: oneOf(raw.view, tagViews),
    page: pageNumber(raw.page),
  }),
  loader: ({ context, params }: TagLoad) =>
    context.queryClient.prefetchQuery(tagQuery(params.name)),
};

export const tagHistoryRoute = {
  validateSearch: (raw: Record<string, unknown>): { page?: number } => ({
    page: pageNumber(raw.page),
  }),
};

export const tagEditRoute = { loader: tagRoute.loader };
