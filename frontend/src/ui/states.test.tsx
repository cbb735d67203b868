import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { problemFrom } from '@/lib/problem';
import { show } from '@/test/render';
import { ErrorPage } from './helpful-page';
import { ErrorState } from './states';

it('shows what the server said, its reference, and a way to try again', async () => {
  const retry = vi.fn();
  const error = problemFrom(503, {
    code: 'unavailable',
    title: 'The database is away',
    detail: 'Nothing was saved. Try again in a minute.',
    requestId: 'req-7',
  });
  const { user } = await show(<ErrorState error={error} onRetry={retry} />);
  expect(screen.getByRole('alert')).toHaveTextContent('Nothing was saved. Try again in a minute.');
  expect(screen.getByText('Reference: req-7')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(retry).toHaveBeenCalledOnce();
});

it.each([
  [problemFrom(404, { code: 'not-found' }), 'This page does not exist'],
  [problemFrom(403, { code: 'forbidden', detail: 'Members only.' }), 'You do not have access'],
  [problemFrom(502, '<html>Bad gateway</html>'), 'The server could not do this'],
  [new Error('boom'), 'Something went wrong on this page'],
])('chooses the page that helps for %s', async (error, title) => {
  await show(<ErrorPage error={error} />);
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(title);
  expect(screen.getByRole('link', { name: 'All questions' })).toBeVisible();
});
