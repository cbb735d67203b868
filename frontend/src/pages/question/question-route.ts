import { answersPerPage, answersQuery } from '@/api/answers';
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
  /** All answers on one page, however many. */
  all?: boolean;
}

/** The number in an address, or null for what cannot be one. */
export function idOf(text: string): number | null {
  const id = Number(text);
  return /^\d+$/.test(text) && Number.isSafeInteger(id) && id > 0 ? id : null;
}

/** The pages of answers beside the first. */
export function furtherPages(answerCount: number): number[] {
  const pages = Math.max(1, Math.ceil(answerCount / answersPerPage));
  return Array.from({ length: pages - 1 }, (_, index) => index + 2);
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
    all: raw.all === true || raw.all === 'true' || undefined,
  }),
  loaderDeps: ({ search }: { search: QuestionSearch }) => search,
  loader: async ({ context, params, deps }: Load) => {
    const id = idOf(params.id);
    if (id === null) return;
    const { queryClient } = context;
    const { answers = 'best', page, all } = deps;
    if (page) void queryClient.prefetchQuery(answersQuery(id, answers, page));
    await queryClient.prefetchQuery(questionQuery(id, answers));
    if (!all) return;
    const count = queryClient.getQueryData(questionQuery(id, answers).queryKey)?.question
      .answerCount;
    await Promise.all(
      furtherPages(count ?? 0).map((number) =>
        queryClient.prefetchQuery(answersQuery(id, answers, number)),
      ),
    );
  },
};
