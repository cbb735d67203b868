import { screen } from '@testing-library/react';
import { beforeAll, expect, it, vi } from 'vitest';
import { loadEditor } from '@/features/editor/load-editor';
import { show } from '@/test/render';
import { type Editable, EditForm } from './edit-form';

beforeAll(() => loadEditor());

const post: Editable = {
  title: 'How do I close a channel twice?',
  body: 'one\ntwo\nthree',
  tags: ['go'],
  version: 1,
  editorName: 'Ben Novak',
  editedAt: '2026-01-02T03:04:05Z',
};

async function open(onSave = vi.fn()) {
  const form = (
    <EditForm
      draft="1.edit.42"
      place={null}
      post={post}
      start={post}
      summary=""
      busy={false}
      problem={null}
      onSave={onSave}
      onCancel={() => undefined}
    />
  );
  return { onSave, ...(await show(form)) };
}

it('sends the version it began with, and the summary', async () => {
  const { user, onSave } = await open();
  await user.click(screen.getByRole('textbox', { name: 'Title' }));
  await user.paste(' Really');
  await user.click(screen.getByRole('textbox', { name: 'What did you change?' }));
  await user.paste('Emphasis');
  await user.click(screen.getByRole('button', { name: 'Save the changes' }));
  expect(onSave).toHaveBeenCalledOnce();
  expect(onSave.mock.calls[0]?.[0]).toEqual({
    title: 'How do I close a channel twice? Really',
    body: 'one\ntwo\nthree',
    tags: ['go'],
    summary: 'Emphasis',
    version: 1,
  });
});
