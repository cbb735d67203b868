import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { beforeAll, expect, it, vi } from 'vitest';
import { show } from '@/test/render';
import { serve } from '@/test/server';
import { EditorField } from './editor-field';
import { loadEditor } from './load-editor';

// It is large: the first test should not pay for it with its own time.
beforeAll(() => loadEditor());

function Field({ error, onSubmit }: { error?: string; onSubmit?: () => void }) {
  const [value, setValue] = useState('before');
  return (
    <>
      <EditorField
        id="form-body"
        label="Details"
        description="You can use Markdown."
        value={value}
        onChange={setValue}
        error={error}
        onSubmit={onSubmit}
      />
      <output>{value}</output>
      <button type="button" onClick={() => setValue('')}>
        Clear
      </button>
    </>
  );
}

it('is a field with a name, a hint and an error, like any other', async () => {
  await show(<Field error="Write more." />);
  const field = await screen.findByRole('textbox', { name: 'Details' });
  expect(field).toHaveAccessibleDescription('You can use Markdown. Write more.');
  expect(field).toBeInvalid();
  expect(field).toHaveAttribute('id', 'form-body');
});

it('formats by button, and shows what the form made of its text', async () => {
  const { user } = await show(<Field />);
  const field = await screen.findByRole('textbox', { name: 'Details' });
  await user.click(screen.getByRole('button', { name: 'Quote' }));
  await waitFor(() => expect(screen.getByText('> before')).toBeVisible());
  await user.click(screen.getByRole('button', { name: 'Clear' }));
  expect(field).toHaveTextContent('');
});

it('walks the toolbar with the arrow keys', async () => {
  const { user } = await show(<Field />);
  const first = await screen.findByRole('button', { name: 'Heading' });
  first.focus();
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('button', { name: 'Bold' })).toHaveFocus();
  await user.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(screen.getByRole('button', { name: 'Task list' })).toHaveFocus();
});

it('previews what the server makes of the text, and goes back to it', async () => {
  serve({ 'POST /markdown': () => ({ body: { html: '<p><strong>before</strong></p>' } }) });
  const { user } = await show(<Field />);
  await user.click(await screen.findByRole('button', { name: 'Preview' }));
  expect(await screen.findByText('before', { selector: 'strong' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Markdown' }));
  expect(screen.getByRole('textbox', { name: 'Details' })).toHaveTextContent('before');
});

it('sends the form with Ctrl+Enter', async () => {
  const onSubmit = vi.fn();
  const { user } = await show(<Field onSubmit={onSubmit} />);
  (await screen.findByRole('textbox', { name: 'Details' })).focus();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(onSubmit).toHaveBeenCalledOnce();
});
