import { useQuery } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { questionQuery } from '@/api/questions';
import { anAnswer, aQuestion } from '@/test/posts';
import { show } from '@/test/render';
import { serve } from '@/test/server';
import { AcceptMark } from './accept-mark';

function Marks() {
  const { data } = useQuery(questionQuery(42));
  return data?.answers.map((answer) => (
    <div key={answer.id}>
      <AcceptMark answer={answer} acceptedAnswerId={data.question.acceptedAnswerId} />
    </div>
  ));
}

const page = {
  question: aQuestion({ acceptedAnswerId: 77 }),
  answers: [anAnswer({ accepted: true }), anAnswer({ id: 78 })],
  answerOrder: 'best',
};
const pressed = () =>
  screen
    .getAllByRole('button', { name: 'Accept this answer' })
    .map((button) => button.getAttribute('aria-pressed'));

it('moves from one answer to another at once', async () => {
  serve({
    'GET /questions/42': () => ({ body: page }),
    'PUT /answers/78/acceptance': () => ({ body: { questionId: 42, acceptedAnswerId: 78 } }),
  });
  const { user } = await show(<Marks />);
  const [, second] = await screen.findAllByRole('button', { name: 'Accept this answer' });
  if (second) await user.click(second);
  expect(pressed()).toEqual(['false', 'true']);
});

it('returns to where it was when the server refuses', async () => {
  serve({
    'GET /questions/42': () => ({ body: page }),
    'DELETE /answers/77/acceptance': () => ({
      status: 403,
      body: { code: 'forbidden', detail: 'This question is locked.' },
    }),
  });
  const { user } = await show(<Marks />);
  const [first] = await screen.findAllByRole('button', { name: 'Accept this answer' });
  if (first) await user.click(first);
  expect(await screen.findByRole('alert')).toHaveTextContent('This question is locked.');
  expect(pressed()).toEqual(['true', 'false']);
});

it('is only a mark for those who did not ask', async () => {
  const not = { allowed: false, reason: 'Only the asker can accept an answer.' };
  const answer = anAnswer({ accepted: true });
  await show(
    <AcceptMark
      answer={{ ...answer, can: { ...answer.can, accept: not } }}
      acceptedAnswerId={answer.id}
    />,
  );
  expect(screen.getByRole('img', { name: 'Accepted answer' })).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();
});
