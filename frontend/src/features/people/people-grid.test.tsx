import { linkOptions } from '@tanstack/react-router';
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { UserSummary } from '@/api/types';
import { show } from '@/test/render';
import { serve } from '@/test/server';
import { PeopleGrid } from './people-grid';

const mia: UserSummary = {
  id: 3,
  handle: 'mia',
  name: 'Mia Haverkamp',
  avatarUrl: null,
  unit: 'Knowledge',
  title: 'Knowledge manager',
  reputation: 1234,
  role: 'moderator',
  questionCount: 1,
  answerCount: 20,
  joinedAt: '2026-01-02T03:04:05Z',
  imported: false,
};

const grid = (q?: string) => (
  <PeopleGrid
    filter={{ q, page: 1 }}
    linkTo={(page) => linkOptions({ to: '/people', search: { page } })}
  />
);

function answerWith(items: UserSummary[], pages = 1): void {
  serve({ 'GET /users': () => ({ body: { items, page: 1, pageSize: 30, total: 40, pages } }) });
}

it('says of each person who they are, what they have given, and links to them', async () => {
  answerWith([mia], 2);
  await show(grid());
  const tile = within(await screen.findByRole('article'));
  expect(tile.getByRole('link', { name: 'Mia Haverkamp' })).toHaveAttribute(
    'href',
    '/people/3/mia',
  );
  expect(tile.getByText('Moderator')).toBeVisible();
  expect(tile.getByText('Knowledge manager')).toBeVisible();
  expect(tile.getByText(/reputation$/)).toHaveTextContent('1,234 reputation');
  expect(tile.getByText('1 question')).toBeVisible();
  expect(tile.getByText('20 answers')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Next' })).toHaveAttribute('href', '/people?page=2');
});

it('says that nobody has such a name, and leads back to everybody', async () => {
  answerWith([]);
  await show(grid('zz'));
  expect(await screen.findByText('Nobody has “zz” in the name')).toBeVisible();
  expect(screen.getByRole('link', { name: 'All people' })).toHaveAttribute('href', '/people');
});

it('offers to try again after a failure', async () => {
  serve({});
  const { user } = await show(grid());
  const retry = await screen.findByRole('button', { name: 'Try again' });
  answerWith([mia]);
  await user.click(retry);
  expect(await screen.findByRole('link', { name: 'Mia Haverkamp' })).toBeVisible();
});
