import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { show } from '@/test/render';
import { SearchBox } from './search-box';

it('explains the operators and puts them into the box', async () => {
  const onSearch = vi.fn();
  const { user } = await show(<SearchBox words="backup" onSearch={onSearch} />);
  expect(screen.queryByRole('region', { name: 'Search tips' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Search tips', expanded: false }));
  expect(screen.getByRole('region', { name: 'Search tips' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Add answers:0 to the search' }));
  const box = screen.getByRole('searchbox', { name: 'Words and operators' });
  expect(box).toHaveValue('backup answers:0');
  expect(box).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(onSearch).toHaveBeenCalledWith('backup answers:0');
});

it('explains them at once when nothing is searched for yet', async () => {
  await show(<SearchBox words="" onSearch={() => undefined} />);
  expect(screen.getByRole('region', { name: 'Search tips' })).toBeVisible();
});
