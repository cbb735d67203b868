import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { ReputationEntry } from '@/api/types';
import { show } from '@/test/render';
import { serve } from '@/test/server';
import { ReputationHistory } from './reputation-history';

const post = { id: 9, questionId: 4, title: 'Close a channel twice', kind: 'answer' } as const;

function entry(id: number, part: Partial<ReputationEntry>): ReputationEntry {
  const base = { id, at: '2026-03-02T10:00:00Z', amount: 10, reason: 'answer-upvoted', total: 100 };
  return { ...base, reversal: false, post, ...part };
}

const ada = { id: 1, name: 'Ada' };
const history = <ReputationHistory person={ada} own={false} />;

function answerWith(first: ReputationEntry[], second: ReputationEntry[] = []): void {
  serve({
    'GET /users/1/reputation': (url) =>
      url.searchParams.get('cursor') === 'next'
        ? { body: { items: second, nextCursor: null } }
        : { body: { items: first, nextCursor: second.length > 0 ? 'next' : null } },
  });
}

it('says how much, why, for which post, and what it came to', async () => {
  answerWith([entry(2, { amount: -10, reversal: true, total: 90 }), entry(1, {})]);
  await show(history);
  const day = within(await screen.findByRole('region', { name: '2 Mar 2026' }));
  const [undone, gained] = day.getAllByRole('listitem');
  expect(undone).toHaveTextContent(/^-10Answer voted upTaken back/);
  expect(undone).toHaveTextContent(/makes 90$/);
  expect(gained).toHaveTextContent(/^\+10Answer voted up/);
  expect(day.getAllByRole('link', { name: post.title })[0]).toHaveAttribute(
    'href',
    '/questions/4#answer-9',
  );
});

it.each([
  ['accepted-an-answer', 'Accepted an answer'],
  ['post-downvoted', 'Answer voted down'],
  ['daily-cap', 'Above what votes can give on one day'],
  ['base', 'To begin with'],
  ['something-imported', 'For another reason'],
])('has words for %s', async (reason, words) => {
  answerWith([entry(1, { reason, post: reason === 'post-downvoted' ? post : null })]);
  await show(history);
  expect(await screen.findByText(words)).toBeVisible();
});

it('reads on where the last part ended', async () => {
  answerWith([entry(2, { total: 20 })], [entry(1, { at: '2026-03-01T10:00:00Z', total: 10 })]);
  const { user } = await show(history);
  await user.click(await screen.findByRole('button', { name: 'Show more' }));
  expect(await screen.findByRole('region', { name: '1 Mar 2026' })).toBeVisible();
  expect(screen.getByRole('figure')).toHaveTextContent('From 0 to 20 since 1 Mar 2026');
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

it('says how reputation comes where there is none', async () => {
  answerWith([]);
  await show(history);
  expect(await screen.findByText('Ada has no reputation yet')).toBeVisible();
});
