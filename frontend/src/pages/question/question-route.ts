import { answersQuery } from '@/api/answers';
import { type AnswerOrder, questionQuery } from '@/api/questions';
import type { RouterContext } from '@/lib/router-context';
import { oneOf, pageNumber } from '@/lib/search-params';

const answerOrders = [
  'best',
  'newest',
  'oldest',
  'votes',
  'accepted',
] as const satisfies AnswerOrder[];

export interface QuestionSearch {
  answers?: AnswerOrder;
  /** Of the answers; the first stands with the question. */
  page?: number;
}

/** The number in an address, or null for what cannot be one. */
export function idOf(text: string): number | null {
  const id = Number(text);
  return /^\d+$/.test(text) && Number.isSafeInteger(id) && id > 0 ? id : null;
}

interface Load {
  context: RouterContext;
  params: { id: string; slug?: string };
  deps: QuestionSearch;
}

export const questionRoute = {
  validateSearch: (raw: Record<string, unknown>): QuestionSearch => ({
    answers: oneOf(raw.answers, answerOrders),
    page: pageNumber(raw.page),
  }),
  loaderDeps: ({ search }: { search: QuestionSearch }) => search,
  loader: ({ context, params, deps }: Load) => {
    const id = idOf(params.id);
    if (id === null) return undefined;
    const { answers = 'best', page } = deps;
    if (page) void context.queryClient.prefetchQuery(answersQuery(id, answers, page));
    return context.queryClient.prefetchQuery(questionQuery(id, answers));
  },
};
