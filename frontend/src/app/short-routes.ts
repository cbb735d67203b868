import type { QueryClient } from '@tanstack/react-query';
import { createRoute, notFound, redirect } from '@tanstack/react-router';
import { answerQuery } from '@/api/answers';
import { questionQuery } from '@/api/questions';
import { idOf } from '@/lib/search-params';
import { root } from './root-route';

// The server redirects these itself where everybody may read the post. Elsewhere only the page knows who reads.
const question = createRoute({
  getParentRoute: () => root,
  path: '/q/$id',
  beforeLoad: ({ params: { id } }) => {
    throw redirect({ to: '/questions/$id/{-$slug}', params: { id }, replace: true });
  },
});

const answer = createRoute({
  getParentRoute: () => root,
  path: '/a/$id',
  beforeLoad: async ({ params, context: { queryClient } }) => {
    const id = idOf(params.id);
    if (id === null) throw notFound();
    const { questionId, all } = await placeOf(queryClient, id);
    throw redirect({
      to: '/questions/$id/{-$slug}',
      params: { id: String(questionId) },
      search: { all },
      hash: `answer-${id}`,
      replace: true,
    });
  },
});

/** The question of an answer, and whether it takes all answers on one page to see it. */
async function placeOf(queryClient: QueryClient, id: number) {
  const { questionId } = await queryClient.fetchQuery(answerQuery(id));
  const { answers } = await queryClient.fetchQuery(questionQuery(questionId));
  return { questionId, all: answers.every((shown) => shown.id !== id) || undefined };
}

/** Addresses that never change: a question or an answer by its number. */
export const shortRoutes = [question, answer] as const;
