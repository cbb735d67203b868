import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { SearchResult } from '@/api/search';
import { show } from '@/test/render';
import { aHit, anAnswerHit, aPersonHit, aResult, aTagHit } from '@/test/search';
import { serve } from '@/test/server';
import { Results } from './results';

function answerWith(result: SearchResult): void {
  serve({ 'GET /search': () => ({ body: result }) });
}

it('shows of each kind what matters, and marks the words that were found', async () => {
  answerWith(aResult([aHit(), anAnswerHit, aPersonHit, aTagHit], { total: 90, pages: 3 }));
  await show(<Results address={{ q: 'channel', kind: 'question' }} />);
  const rows = await screen.findAllByRole('article');
  const [question, answer, person, tag] = rows.map((row) => within(row));
  expect(question?.getByText('channel', { selector: 'mark' })).toBeVisible();
  expect(question?.getByRole('img', { name: 'Solved:' })).toBeVisible();
  expect(answer?.getByText('Answer')).toBeVisible();
  expect(person?.getByRole('link', { name: 'Ben Novak' })).toHaveAttribute('href', '/people/2/ben');
  expect(tag?.getByText('9 questions')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Next' })).toHaveAttribute(
    'href',
    '/search?q=channel&kind=question&page=2',
  );
});

it('never makes anything of a snippet but text and marks', async () => {
  answerWith(
    aResult([aHit({ snippetHtml: '<img src=x onerror=alert(1)><mark>a</mark> &lt;b&gt;' })]),
  );
  const { container } = await show(<Results address={{ q: 'a' }} />);
  expect(await screen.findByText('a', { selector: 'mark' })).toBeVisible();
  expect(container.querySelector('img[src]')).toBeNull();
  expect(screen.getByText(/<b>/)).toBeVisible();
});

it('says when the database answers', async () => {
  answerWith(aResult([aHit()], { engine: 'database' }));
  await show(<Results address={{ q: 'a' }} />);
  expect(await screen.findByText(/answered from the database/)).toBeVisible();
});

it('offers to ask when nothing is found', async () => {
  answerWith(aResult([]));
  await show(<Results address={{ q: 'zzz', state: 'solved' }} />);
  expect(await screen.findByRole('link', { name: 'Ask this question' })).toHaveAttribute(
    'href',
    '/questions/ask?title=zzz',
  );
  expect(screen.getByRole('link', { name: 'Remove all filters' })).toHaveAttribute(
    'href',
    '/search?q=zzz',
  );
});

it('offers to try again after a failure', async () => {
  serve({});
  const { user } = await show(<Results address={{ q: 'a' }} />);
  const retry = await screen.findByRole('button', { name: 'Try again' });
  answerWith(aResult([aHit()]));
  await user.click(retry);
  expect(await screen.findByRole('article')).toBeVisible();
});

it('keeps what it shows when it cannot be refreshed, and says so', async () => {
  answerWith(aResult([aHit()]));
  const { queryClient } = await show(<Results address={{ q: 'a' }} />);
  await screen.findByRole('article');
  serve({});
  await queryClient.invalidateQueries();
  expect(await screen.findByText(/could not be refreshed/)).toBeVisible();
  expect(screen.getByRole('article')).toBeVisible();
});
