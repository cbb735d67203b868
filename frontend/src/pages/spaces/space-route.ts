import type { QuestionFilter } from '@/api/questions';
import { spaceQuery, spacesQuery } from '@/api/spaces';
import type { RouterContext } from '@/lib/router-context';
import { oneOf, pageNumber } from '@/lib/search-params';

export const spaceViews = ['newest', 'active', 'unanswered', 'votes', 'hot'] as const;

export interface SpaceSearch {
  view?: (typeof spaceViews)[number];
  page?: number;
}

export function spaceQuestions(slug: string, search: SpaceSearch): QuestionFilter {
  return { view: search.view ?? 'newest', space: slug, page: search.page ?? 1 };
}

export const spaceRoute = {
  validateSearch: (raw: Record<string, unknown>): SpaceSearch => ({
    view: oneOf(raw.view, spaceViews),
    page: pageNumber(raw.page),
  }),
  loader: ({ context, params }: { context: RouterContext; params: { slug: string } }) =>
    context.queryClient.prefetchQuery(spaceQuery(params.slug)),
};

export const spacesRoute = {
  loader: ({ context }: { context: RouterContext }) =>
    context.queryClient.prefetchQuery(spacesQuery),
};
