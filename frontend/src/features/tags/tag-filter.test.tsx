import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { show } from '@/test/render';
import { TagFilterField } from './tag-filter';

function Filter({ onFilter }: { onFilter: (words: string) => void }) {
  const [words, setWords] = useState('');
  const filter = (next: string) => {
    onFilter(next);
    setWords(next);
  };
  return (
    <>
      <TagFilterField words={words} onFilter={filter} />
      <button type="button" onClick={() => setWords('')}>
        All
      </button>
    </>
  );
}

it('filters when one pauses, and follows the address', async () => {
  const onFilter = vi.fn();
  const { user } = await show(<Filter onFilter={onFilter} />);
  const field = screen.getByRole('searchbox', { name: 'Filter the tags by name' });
  await user.type(field, 'post');
  await waitFor(() => expect(onFilter).toHaveBeenLastCalledWith('post'));
  expect(onFilter).toHaveBeenCalledTimes(1);
  await user.type(field, 'gres');
  await waitFor(() => expect(onFilter).toHaveBeenLastCalledWith('postgres'));
  expect(field).toHaveValue('postgres');
  await user.click(screen.getByRole('button', { name: 'All' }));
  expect(field).toHaveValue('');
});
