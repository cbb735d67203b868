import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { show } from '@/test/render';
import { serve } from '@/test/server';
import { ActiveFilters } from './active-filters';
import { Facets } from './facets';

const tags = Array.from({ length: 10 }, (_, index) => ({
  value: `tag-${index}`,
  label: `tag-${index}`,
  count: 20 - index,
}));

const facets = {
  kind: [
    { value: 'question', label: 'question', count: 1200 },
    { value: 'answer', label: 'answer', count: 5 },
  ],
  state: [{ value: 'solved', label: 'solved', count: 3 }],
  space: [{ value: 'it', label: 'IT operations', count: 2 }],
  tag: tags,
};

it('narrows the search to one choice, from its first page, and takes it back', async () => {
  await show(<Facets address={{ q: 'a', kind: 'question', page: 3 }} facets={facets} />);
  const kinds = within(screen.getByRole('region', { name: 'Kind' }));
  const questions = kinds.getByRole('link', { name: /Questions/ });
  expect(questions).toHaveAttribute('aria-current', 'true');
  expect(questions).toHaveAttribute('href', '/search?q=a');
  expect(questions).toHaveTextContent('1,200');
  expect(kinds.getByRole('link', { name: /Answers/ })).toHaveAttribute(
    'href',
    '/search?q=a&kind=answer',
  );
  expect(screen.getByRole('link', { name: /Solved/ })).toHaveAttribute(
    'href',
    '/search?q=a&kind=question&state=solved',
  );
});

it('shows the first tags, and all of them when asked', async () => {
  const { user } = await show(<Facets address={{ q: 'a' }} facets={facets} />);
  const list = within(screen.getByRole('region', { name: 'Tag' }));
  expect(list.getAllByRole('listitem')).toHaveLength(8);
  await user.click(list.getByRole('button', { name: 'Show 2 more' }));
  expect(list.getAllByRole('listitem')).toHaveLength(10);
});

it('adds a tag to those already chosen, and takes back one of them', async () => {
  await show(<Facets address={{ q: 'a', tag: ['tag-1'] }} facets={facets} />);
  const list = within(screen.getByRole('region', { name: 'Tag' }));
  expect(list.getByRole('link', { name: /tag-0/ })).toHaveAttribute(
    'href',
    '/search?q=a&tag=tag-1&tag=tag-0',
  );
  expect(list.getByRole('link', { name: /tag-1/ })).toHaveAttribute('href', '/search?q=a');
});

it('names the filters in use and takes each away', async () => {
  serve({ 'GET /spaces': () => ({ body: { items: [{ slug: 'it', name: 'IT operations' }] } }) });
  await show(
    <ActiveFilters address={{ q: 'a', space: 'it', tag: ['go', 'sap'], from: '2025-01-31' }} />,
  );
  const filters = within(screen.getByRole('list', { name: 'Filters in use' }));
  expect(
    await filters.findByRole('link', { name: 'Remove the filter IT operations' }),
  ).toHaveAttribute('href', '/search?q=a&tag=go&tag=sap&from=2025-01-31');
  expect(filters.getByRole('link', { name: 'Remove the filter Tag go' })).toHaveAttribute(
    'href',
    '/search?q=a&space=it&tag=sap&from=2025-01-31',
  );
  expect(filters.getByRole('link', { name: 'Remove the filter From 31 Jan 2025' })).toBeVisible();
  expect(filters.getByRole('link', { name: 'Remove all filters' })).toHaveAttribute(
    'href',
    '/search?q=a',
  );
});
