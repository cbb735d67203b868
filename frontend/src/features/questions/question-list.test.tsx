import { linkOptions } from '@tanstack/react-router';
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { QuestionSummary } from '@/api/types';
import { show } from '@/test/render';
import { serve } from '@/test/server';
import { QuestionList } from './question-list';

const ben = {
  id: 2,
  handle: 'ben',
  name: 'Ben Novak',
  avatarUrl: null,
  unit: 'Infrastructure',
  reputation: 120,
  role: 'member',
} as const;

const question: QuestionSummary = {
  id: 42,
  title: 'How do I close a channel twice?',
  slug: 'how-do-i-close-a-channel-twice',
  excerpt: 'The program panics.',
  space: { slug: 'organisation', name: 'Whole organisation', color: '#2b4acb' },
  tags: ['go', 'concurrency'],
  score: 1,
  answerCount: 2,
  viewCount: 1240,
  accepted: true,
  closed: false,
  closedReason: null,
  pinned: false,
  locked: false,
  bounty: 0,
  author: ben,
  authorName: 'Ben Novak',
  createdAt: '2026-01-02T03:04:05Z',
  activity: { kind: 'answered', at: '2026-01-03T03:04:05Z', person: ben },
  ignored: false,
};

const list = (
  <QuestionList
    filter={{ view: 'newest', page: 2 }}
    empty={<p>nothing</p>}
    linkTo={(page) => linkOptions({ to: '/questions', search: { page } })}
  />
);

function answerWith(items: QuestionSummary[]): void {
  serve({
    'GET /questions': (url) => ({
      body: {
        items,
        page: Number(url.searchParams.get('page')),
        pageSize: 30,
        total: 90,
        pages: 3,
      },
    }),
  });
}

it('shows of each question its figures, its tags and who did what last', async () => {
  answerWith([question]);
  await show(list);
  const row = within(await screen.findByRole('article'));
  expect(row.getByRole('link', { name: question.title })).toHaveAttribute(
    'href',
    '/questions/42/how-do-i-close-a-channel-twice',
  );
  const figures = row
    .getAllByRole('listitem')
    .slice(0, 3)
    .map((item) => item.textContent);
  expect(figures).toEqual(['1 vote', ' 2 answers', '1,240 views']);
  expect(row.getByRole('img', { name: 'Solved:' })).toBeVisible();
  expect(row.getByRole('link', { name: 'go' })).toHaveAttribute('href', '/tags/go');
  expect(row.getByText(/^answered/)).toHaveTextContent('answered 3 Jan 2026');
});

it('links the pages and marks the current one', async () => {
  answerWith([question]);
  await show(list);
  const pages = within(await screen.findByRole('navigation', { name: 'Pages' }));
  expect(pages.getByRole('link', { current: 'page' })).toHaveTextContent('2');
  expect(pages.getByRole('link', { name: 'Next' })).toHaveAttribute('href', '/questions?page=3');
});

it('says why it is empty', async () => {
  answerWith([]);
  await show(list);
  expect(await screen.findByText('nothing')).toBeVisible();
});

it('offers to try again after a failure, and then shows the list', async () => {
  serve({ 'GET /questions': () => ({ status: 503, body: { title: 'Away', detail: 'Wait.' } }) });
  const { user } = await show(list);
  const retry = await screen.findByRole('button', { name: 'Try again' });
  answerWith([question]);
  await user.click(retry);
  expect(await screen.findByRole('article')).toBeVisible();
});
