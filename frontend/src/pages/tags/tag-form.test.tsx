import { useQuery } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { type Tag, type TagEdit, tagQuery } from '@/api/tags';
import type { Me } from '@/api/types';
import { ada } from '@/test/posts';
import { show } from '@/test/render';
import { Address } from '@/test/search';
import { serve } from '@/test/server';
import { TagForm } from './tag-form';

const tag: Tag = {
  name: 'go',
  description: 'The Go language.',
  questionCount: 9,
  watched: false,
  wiki: '',
  wikiHtml: '',
  version: 1,
  createdAt: '2026-01-02T03:04:05Z',
  editedAt: null,
  can: { edit: { allowed: true, reason: '' } },
  topAnswerers: [],
};

function Form() {
  const { data } = useQuery(tagQuery('go'));
  return data ? <TagForm tag={data} me={{ ...ada } as Me} /> : null;
}

async function write(words: string) {
  const shown = await show(
    <>
      <Address />
      <Form />
    </>,
  );
  const field = await screen.findByRole('textbox', { name: 'Description' });
  await shown.user.clear(field);
  await shown.user.type(field, words);
  return shown;
}

it('saves with the version it began with', async () => {
  let sent: TagEdit | null = null;
  serve({
    'GET /tags/go': () => ({ body: tag }),
    'PUT /tags/go': async (_, request) => {
      sent = await request.json();
      return { body: { ...tag, version: 2 } };
    },
  });
  const { user } = await write('Go and its tools.');
  await user.click(screen.getByRole('button', { name: 'Save the tag' }));
  await waitFor(() => expect(screen.getByTestId('address')).toHaveTextContent('/tags/go'));
  expect(sent).toEqual({ description: 'Go and its tools.', wiki: '', version: 1 });
});

it('shows what somebody else saved meanwhile, and overwrites it only when told to', async () => {
  let saved = tag;
  const versions: number[] = [];
  serve({
    'GET /tags/go': () => ({ body: saved }),
    'PUT /tags/go': async (_, request) => {
      const { version }: TagEdit = await request.json();
      versions.push(version);
      if (version === 1) {
        saved = { ...tag, description: 'The language of the gophers.', version: 2 };
        return { status: 409, body: { code: 'edit-conflict', detail: 'Look again.' } };
      }
      return { body: { ...saved, version: 3 } };
    },
  });
  const { user } = await write('Go and its tools.');
  await user.click(screen.getByRole('button', { name: 'Save the tag' }));
  const conflict = within(
    await screen.findByRole('region', { name: 'A newer version was saved while you were editing' }),
  );
  expect(conflict.getByText(/gophers/)).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Description' })).toHaveValue('Go and its tools.');
  expect(screen.getByRole('button', { name: 'Save the tag' })).toBeDisabled();
  await user.click(conflict.getByRole('button', { name: 'Save mine over it' }));
  await waitFor(() => expect(screen.getByTestId('address')).toHaveTextContent('/tags/go'));
  expect(versions).toEqual([1, 2]);
});

it('says at the field what is wrong with it', async () => {
  serve({
    'GET /tags/go': () => ({ body: tag }),
    'PUT /tags/go': () => ({
      status: 422,
      body: {
        code: 'validation',
        errors: [{ field: 'description', code: 'one-line', message: 'Only a single line.' }],
      },
    }),
  });
  const { user } = await write('Go');
  await user.click(screen.getByRole('button', { name: 'Save the tag' }));
  expect(await screen.findByRole('alert', { name: 'Errors' })).toHaveTextContent(
    'Only a single line.',
  );
  expect(screen.getByRole('textbox', { name: 'Description' })).toBeInvalid();
});
