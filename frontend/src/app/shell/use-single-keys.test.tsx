import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { keyTable } from '@/lib/keys';
import { show } from '@/test/render';
import { useSingleKeys } from './use-single-keys';

interface ListenerProps {
  enabled?: boolean;
  search?: () => void;
  help?: () => void;
  vote?: () => void;
}

const nothing = () => undefined;

function Listener({
  enabled = true,
  search = nothing,
  help = nothing,
  vote = nothing,
}: ListenerProps) {
  useSingleKeys(enabled, { search, help });
  return (
    <main>
      <article data-post={1} tabIndex={-1} aria-label="first">
        <button type="button" data-key="u" onClick={vote}>
          Up
        </button>
      </article>
      <article data-row aria-label="row">
        <a href="#there">Second</a>
      </article>
      <input aria-label="field" />
    </main>
  );
}

it('walks from item to item, and not past either end', async () => {
  const { user } = await show(<Listener />);
  await user.keyboard('j');
  expect(screen.getByRole('article', { name: 'first' })).toHaveFocus();
  await user.keyboard('jj');
  expect(screen.getByRole('link', { name: 'Second' })).toHaveFocus();
  await user.keyboard('kk');
  expect(screen.getByRole('article', { name: 'first' })).toHaveFocus();
});

it('presses the control of the first post, and opens the frame’s dialogs', async () => {
  const vote = vi.fn();
  const search = vi.fn();
  const help = vi.fn();
  const { user } = await show(<Listener vote={vote} search={search} help={help} />);
  await user.keyboard('u/?');
  expect([vote, search, help].map((deed) => deed.mock.calls.length)).toEqual([1, 1, 1]);
});

it('leaves keys to fields, to the browser’s shortcuts and to those who switched them off', async () => {
  const vote = vi.fn();
  const { user, unmount } = await show(<Listener vote={vote} />);
  await user.click(screen.getByRole('textbox', { name: 'field' }));
  await user.keyboard('u');
  expect(screen.getByRole('textbox', { name: 'field' })).toHaveValue('u');
  screen.getByRole('textbox', { name: 'field' }).blur();
  await user.keyboard('{Control>}u{/Control}');
  unmount();
  await show(<Listener vote={vote} enabled={false} />);
  await user.keyboard('u');
  expect(vote).not.toHaveBeenCalled();
});

it('has no key twice, and none that hides the first of two', () => {
  const all = keyTable.map(({ keys }) => keys);
  for (const reviews of [true, false]) {
    const here = keyTable.filter(({ group }) => (group === 'review') === reviews);
    expect(new Set(here.map(({ keys }) => keys)).size).toBe(here.length);
  }
  const firsts = all.filter((keys) => keys.includes(' ')).map((keys) => keys.split(' ')[0]);
  expect(all.filter((keys) => firsts.includes(keys))).toEqual([]);
});
