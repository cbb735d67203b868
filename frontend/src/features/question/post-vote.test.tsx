import { useQuery } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { questionQuery } from '@/api/questions';
import { aQuestion } from '@/test/posts';
import { show } from '@/test/render';
import { serve } from '@/test/server';
import { PostVote } from './post-vote';

function Vote() {
  const { data } = useQuery(questionQuery(42));
  return data ? <PostVote questionId={42} post={data.question} /> : null;
}

const page = { question: aQuestion(), answers: [], answerOrder: 'best' };

it('shows a vote at once, and then what the server counted', async () => {
  let count = (): void => undefined;
  const counted = new Promise<void>((resolve) => {
    count = resolve;
  });
  serve({
    'GET /questions/42': () => ({ body: page }),
    'PUT /posts/42/vote': async () => {
      await counted;
      return { body: { score: 9, upCount: 9, downCount: 0, myVote: 1 } };
    },
  });
  const { user } = await show(<Vote />);
  await user.click(await screen.findByRole('button', { name: 'Vote up' }));
  expect(await screen.findByRole('button', { name: 'Vote up', pressed: true })).toBeVisible();
  expect(screen.getByRole('status', { name: 'Score 4' })).toBeVisible();
  count();
  expect(await screen.findByRole('status', { name: 'Score 9' })).toBeVisible();
});

it('takes a vote back that the server refuses, and says why', async () => {
  serve({
    'GET /questions/42': () => ({ body: page }),
    'PUT /posts/42/vote': () => ({
      status: 403,
      body: { code: 'forbidden', title: 'Forbidden', detail: 'You cannot vote on your own post.' },
    }),
  });
  const { user } = await show(<Vote />);
  await user.click(await screen.findByRole('button', { name: 'Vote down' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('You cannot vote on your own post.');
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Vote down', pressed: false })).toBeVisible(),
  );
  expect(screen.getByRole('status', { name: 'Score 3' })).toBeVisible();
});

it('says that nothing changed when the server cannot be reached', async () => {
  serve({ 'GET /questions/42': () => ({ body: page }) });
  const { user } = await show(<Vote />);
  await user.click(await screen.findByRole('button', { name: 'Vote up' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(/cannot be reached/);
  expect(screen.getByRole('status', { name: 'Score 3' })).toBeVisible();
});
