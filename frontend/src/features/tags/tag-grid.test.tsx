import { linkOptions } from '@tanstack/react-router';
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { beginSession, endSession, sessionRestored } from '@/api/session';
import type { TagSummary } from '@/api/tags';
import type { Me } from '@/api/types';
import { ada } from '@/test/posts';
import { show } from '@/test/render';
import { serve } from '@/test/server';
import { TagGrid } from './tag-grid';

const me = { ...ada } as Me;
const go = { name: 'go', description: 'The Go language.', questionCount: 9, watched: false };

function grid(q?: string) {
  return (
    <TagGrid
      filter={{ q, sort: 'popular', page: 1 }}
      linkTo={(page) => linkOptions({ to: '/tags', search: { page } })}
    />
  );
}

function page(items: TagSummary[]) {
  return { items, page: 1, pageSize: 36, total: items.length, pages: 1 };
}

beforeEach(async () => {
  await sessionRestored();
  beginSession({ accessToken: 'token', expiresIn: 900, me });
});

it('shows what a tag is about and leads to its questions', async () => {
  endSession();
  serve({ 'GET /tags': () => ({ body: page([go, { ...go, name: 'sap', description: '' }]) }) });
  await show(grid());
  const [first, second] = (await screen.findAllByRole('article')).map((card) => within(card));
  expect(first?.getByRole('link', { name: 'go' })).toHaveAttribute('href', '/tags/go');
  expect(first?.getByText('The Go language.')).toBeVisible();
  expect(first?.getByRole('link', { name: '9 questions' })).toHaveAttribute(
    'href',
    '/questions?tag=go',
  );
  expect(second?.getByText(/Nobody has described/)).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();
});

it('watches a tag at once, before the server has agreed', async () => {
  serve({
    'GET /me': () => ({ body: me }),
    'GET /tags': () => ({ body: page([go]) }),
    'PUT /tags/go/watch': () => new Promise<never>(() => undefined),
  });
  const { user } = await show(grid());
  await user.click(await screen.findByRole('button', { name: 'Watch go' }));
  expect(await screen.findByRole('button', { name: 'Stop watching go' })).toBeVisible();
});

it('takes back what the server refuses, and says why', async () => {
  serve({
    'GET /me': () => ({ body: me }),
    'GET /tags': () => ({ body: page([{ ...go, watched: true }]) }),
    'DELETE /tags/go/watch': () => ({ status: 429, body: { detail: 'Too many at once.' } }),
  });
  const { user } = await show(grid());
  await user.click(await screen.findByRole('button', { name: 'Stop watching go' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Too many at once.');
  expect(await screen.findByRole('button', { name: 'Stop watching go' })).toBeVisible();
});

it('says that no tag has such a name', async () => {
  serve({ 'GET /tags': () => ({ body: page([]) }) });
  await show(grid('zzz'));
  expect(await screen.findByText('No tag has “zzz” in its name')).toBeVisible();
  expect(screen.getByRole('link', { name: 'All tags' })).toHaveAttribute('href', '/tags');
});

it('offers to try again after a failure', async () => {
  serve({});
  const { user } = await show(grid());
  const retry = await screen.findByRole('button', { name: 'Try again' });
  serve({ 'GET /tags': () => ({ body: page([go]) }) });
  await user.click(retry);
  expect(await screen.findByRole('article')).toBeVisible();
});
