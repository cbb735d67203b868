import { screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { show } from '@/test/render';
import { EditConflict } from './edit-conflict';
import type { Editable } from './edit-form';

const base = { title: 'A title that is long', body: 'one\ntwo\nthree', tags: ['go'] };
const theirs: Editable = {
  ...base,
  body: 'ONE\ntwo\nthree',
  version: 2,
  editorName: 'Ben Novak',
  editedAt: '2026-01-02T03:04:05Z',
};

function conflict(mineBody: string, known = true) {
  const actions = { onTake: vi.fn(), onOverwrite: vi.fn() };
  const mine = { ...base, body: mineBody };
  return {
    ...actions,
    element: (
      <EditConflict
        base={known ? base : null}
        theirs={theirs}
        mine={mine}
        busy={false}
        {...actions}
      />
    ),
  };
}

it('takes focus, names who was faster and shows both versions', async () => {
  const { element } = conflict('one\ntwo\nTHREE');
  await show(element);
  const panel = screen.getByRole('region', { name: /newer version was saved/ });
  expect(panel).toHaveFocus();
  expect(panel).toHaveTextContent('Ben Novak');
  expect(within(panel).getAllByRole('insertion').length).toBeGreaterThan(0);
});

it('combines what does not collide', async () => {
  const { element, onTake } = conflict('one\ntwo\nTHREE');
  const { user } = await show(element);
  await user.click(screen.getByRole('button', { name: 'Combine both' }));
  expect(onTake).toHaveBeenCalledWith({ ...base, body: 'ONE\ntwo\nTHREE' });
});

it('offers to choose one where both changed the same line, or where it began is not known', async () => {
  const collision = conflict('eins\ntwo\nthree');
  const { user, unmount } = await show(collision.element);
  expect(screen.queryByRole('button', { name: 'Combine both' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Save mine over it' }));
  expect(collision.onOverwrite).toHaveBeenCalledOnce();
  unmount();

  const unknown = conflict('one\ntwo\nTHREE', false);
  const again = await show(unknown.element);
  expect(screen.queryByRole('button', { name: 'Combine both' })).toBeNull();
  await again.user.click(screen.getByRole('button', { name: 'Take the saved version' }));
  expect(unknown.onTake).toHaveBeenCalledWith(theirs);
});
