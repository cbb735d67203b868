import { configure, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { endSession } from '@/api/session';
import { show } from '@/test/render';
import { Address, aHit, anAnswerHit, aPersonHit, aResult, aTagHit } from '@/test/search';
import { serve } from '@/test/server';
import { Palette } from './palette';
import { recentSearches, rememberSearch } from './recent-searches';

// A dialog with a long list takes the simulated browser its time.
configure({ asyncUtilTimeout: 5000 });
vi.setConfig({ testTimeout: 20_000 });

const everything = aResult([aHit(), anAnswerHit, aPersonHit, aTagHit], { total: 40 });

async function open() {
  const onClose = vi.fn();
  const shown = await show(
    <>
      <Address />
      <Palette onClose={onClose} />
    </>,
  );
  const field = await screen.findByRole('combobox');
  await waitFor(() => expect(field).toHaveFocus());
  return { ...shown, onClose, field };
}

beforeEach(() => {
  endSession();
});

it('finds questions, answers, people and tags while one types', async () => {
  serve({ 'GET /search': () => ({ body: everything }) });
  const { user } = await open();
  await user.keyboard('ch');
  const list = within(await screen.findByRole('listbox', { name: 'Results' }));
  for (const kind of ['Questions', 'Answers', 'People', 'Tags']) {
    expect(await list.findByRole('group', { name: kind })).toBeVisible();
  }
  expect(list.getByRole('option', { name: /^Ben Novak/ })).toHaveAttribute('href', '/people/2/ben');
  expect(list.getByRole('option', { name: /Answer by Ben Novak/ })).toHaveAttribute(
    'href',
    '/questions/42/how-do-i-close-a-channel-twice#answer-77',
  );
  expect(screen.getByText('40 results', { selector: '[role=status]' })).toBeInTheDocument();
});

it('moves with the arrow keys, keeps the focus in the field, and opens with Enter', async () => {
  serve({ 'GET /search': () => ({ body: everything }) });
  const { user, field, onClose } = await open();
  await user.keyboard('ch');
  const question = await screen.findByRole('option', { name: /How do I close.*2 answers/ });
  await user.keyboard('{ArrowDown}');
  expect(field).toHaveFocus();
  expect(field).toHaveAttribute('aria-activedescendant', question.id);
  expect(question).toHaveAttribute('aria-selected', 'true');
  await user.keyboard('{ArrowUp}{ArrowUp}');
  expect(screen.getByRole('option', { selected: true })).toHaveTextContent('All results');
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(onClose).toHaveBeenCalled();
  expect(await screen.findByTestId('address')).toHaveTextContent(/^\/questions\/42/);
});

it('asks for all results with Enter when nothing is chosen, and remembers the words', async () => {
  serve({ 'GET /search': () => ({ body: everything }) });
  const { user } = await open();
  await user.keyboard('ch an{Enter}');
  expect(await screen.findByText('/search?q=ch+an')).toBeInTheDocument();
  expect(recentSearches(undefined)).toEqual(['ch an']);
});

it('offers recent searches, and forgets them when asked', async () => {
  rememberSearch(undefined, 'first');
  rememberSearch(undefined, 'second');
  rememberSearch(undefined, 'first');
  const { user } = await open();
  const words = screen.getAllByRole('option').map((option) => option.textContent);
  expect(words).toEqual(['first', 'second']);
  await user.click(screen.getByRole('button', { name: 'Forget recent searches' }));
  expect(screen.queryByRole('option')).toBeNull();
});

it('says when the database answers', async () => {
  serve({ 'GET /search': () => ({ body: aResult([aHit()], { engine: 'database' }) }) });
  const { user } = await open();
  await user.keyboard('ch');
  expect(await screen.findByText(/answered from the database/)).toBeVisible();
});

it('offers to ask when nothing is found', async () => {
  serve({ 'GET /search': () => ({ body: aResult([]) }) });
  const { user } = await open();
  await user.keyboard('zzz');
  const ask = await screen.findByRole('option', { name: /^Ask this question/ });
  expect(ask).toHaveAttribute('href', '/questions/ask?title=zzz');
});

it('says that the server cannot be reached, and tries again', async () => {
  serve({});
  const { user } = await open();
  await user.keyboard('ch');
  const retry = await screen.findByRole('button', { name: 'Try again' });
  serve({ 'GET /search': () => ({ body: everything }) });
  await user.click(retry);
  expect(await screen.findByRole('group', { name: 'Questions' })).toBeVisible();
});
