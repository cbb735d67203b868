import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Leaderboard, Place } from '@/api/leaderboards';
import { beginSession, endSession, sessionRestored } from '@/api/session';
import type { Me } from '@/api/types';
import { ada, ben } from '@/test/posts';
import { show } from '@/test/render';
import { serve } from '@/test/server';
import { BoardTable } from './board-table';
import { StandingPanel } from './standing-panel';

function place(rank: number, name = `Person ${rank}`): Place {
  return { rank, person: { ...ben, id: 100 + rank, name }, value: 500 - rank };
}

function aBoard(change: Partial<Leaderboard> = {}): Leaderboard {
  return {
    period: 'month',
    by: 'answers',
    from: '2026-11-01T00:00:00Z',
    to: '2026-11-22T00:00:00Z',
    items: Array.from({ length: 22 }, (_, index) => place(index + 1)),
    me: null,
    page: 1,
    pageSize: 30,
    total: 22,
    pages: 1,
    ...change,
  };
}

async function signIn() {
  await sessionRestored();
  const me = { ...ada } as Me;
  beginSession({ accessToken: 'token', expiresIn: 900, me });
  serve({ 'GET /me': () => ({ body: me }) });
}

it('numbers the first ten places and puts those behind into bands', async () => {
  await show(<BoardTable board={aBoard()} me={103} busy={false} />);
  const table = screen.getByRole('table', { name: 'Answers, This month' });
  const rows = within(table).getAllByRole('row');
  expect(rows[1]).toHaveTextContent(/^1.*Person 1Infrastructure499$/);
  expect(rows[3]).toHaveTextContent('You');
  expect(rows[10]).toHaveTextContent(/^10/);
  expect(within(table).getByRole('rowheader', { name: 'Places 11 to 20' })).toBeVisible();
  expect(within(table).getByRole('rowheader', { name: 'Places 21 to 50' })).toBeVisible();
  const behind = within(table).getByRole('row', { name: /Person 12/ });
  expect(within(behind).getAllByRole('cell')[0]).toBeEmptyDOMElement();
});

it('shows a visitor the way to their place', async () => {
  endSession();
  await show(<StandingPanel board={aBoard()} />);
  expect(await screen.findByRole('link', { name: 'Sign in' })).toBeVisible();
});

it('shows one’s own place between the neighbours', async () => {
  await signIn();
  const mine = { rank: 14, person: ada, value: 80 };
  const neighbours = [{ ...place(13), value: 90 }, mine, { ...place(15), value: 70 }];
  await show(<StandingPanel board={aBoard({ me: { rank: 14, value: 80, neighbours } })} />);
  const panel = within(await screen.findByRole('region', { name: 'Your place' }));
  expect(await panel.findByText('14')).toBeVisible();
  expect(panel.getByText('Places 11 to 20')).toBeVisible();
  const [above, own, below] = panel.getAllByRole('listitem');
  expect(above).toHaveTextContent('Person 13');
  expect(own).toHaveTextContent('You');
  expect(own).toHaveAttribute('aria-current', 'true');
  expect(within(below as HTMLElement).getByRole('img', { name: 'behind you' })).toBeVisible();
});

it('tells how to get a place to those who have none', async () => {
  await signIn();
  await show(<StandingPanel board={aBoard()} />);
  expect(await screen.findByRole('link', { name: 'unanswered question' })).toHaveAttribute(
    'href',
    '/questions?view=unanswered',
  );
});
