import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { show } from '@/test/render';
import { Changes } from './changes';

const names = { before: 'Version 1', after: 'Version 2' };
const lines = Array.from({ length: 20 }, (_, index) => `line ${index}`);
const before = { title: 'The view is slow', body: lines.join('\n'), tags: ['sql', 'go'] };
const after = {
  title: 'The view is 40 times slower',
  body: lines.join('\n').replace('line 10', 'line ten'),
  tags: ['sql', 'postgres'],
};

it('tells by more than colour what was removed and what was added', async () => {
  await show(<Changes before={before} after={after} view="inline" names={names} />);
  const text = within(screen.getByRole('region', { name: 'Text' }));
  expect(text.getByRole('deletion')).toHaveTextContent('line 10');
  expect(text.getByRole('insertion')).toHaveTextContent('line ten');
  expect(text.getByRole('img', { name: 'Removed:' })).toBeInTheDocument();
  const tags = within(screen.getByRole('region', { name: 'Tags' }));
  expect(tags.getByRole('deletion')).toHaveTextContent('go');
  expect(tags.getByRole('insertion')).toHaveTextContent('postgres');
});

it('folds what did not change, and unfolds it', async () => {
  const { user } = await show(<Changes before={before} after={after} view="split" names={names} />);
  expect(screen.getByText('Version 1')).toBeVisible();
  expect(screen.queryByText('line 0')).toBeNull();
  const [first] = screen.getAllByRole('button', { name: /unchanged lines/ });
  if (first) await user.click(first);
  expect(screen.getAllByText('line 0')).toHaveLength(2);
});

it('shows only the parts that changed', async () => {
  await show(
    <Changes
      before={before}
      after={{ ...before, title: after.title }}
      view="inline"
      names={names}
    />,
  );
  expect(screen.getByRole('region', { name: 'Title' })).toBeVisible();
  expect(screen.queryByRole('region', { name: 'Text' })).toBeNull();
  expect(screen.queryByRole('region', { name: 'Tags' })).toBeNull();
});
