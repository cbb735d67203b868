import type { QuestionFilter, QuestionView } from '@/api/questions';
import { questionListQuery } from '@/api/questions';
import type { RouterContext } from '@/lib/router-context';
import { oneOf, pageNumber, text, texts } from '@/lib/search-params';

const questionViews = [
  'newest',
  'active',
  'unanswered',
  'votes',
  'hot',
  'bounty',
  'mine',
  'watched',
] as const satisfies QuestionView[];

/** The address of the list; what is not given has its default and stays out of the address. */
export interface QuestionsSearch {
  view?: QuestionView;
  tag?: string[];
  space?: string;
  page?: number;
}

export function questionFilter(search: QuestionsSearch): QuestionFilter {
  return { ...search, view: search.view ?? 'newest', page: search.page ?? 1 };
}

export const questionsRoute = {
  validateSearch: (raw: Record<string, unknown>): QuestionsSearch => ({
    view: oneOf(raw.view, questionViews),
    tag: texts(raw.tag),
    space: text(raw.space),
    page: pageNumber(raw.page),
  }),
  loaderDeps: ({ search }: { search: QuestionsSearch }) => search,
  loader: ({ context, deps }: { context: RouterContext; deps: QuestionsSearch }) =>
    context.queryClient.prefetchQuery(questionListQuery(questionFilter(deps))),
};
