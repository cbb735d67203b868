import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { show } from '@/test/render';
import { serve } from '@/test/server';
import { InviteDialog } from './invite-dialog';

const dialog = <InviteDialog person={{ id: 7, name: 'Old Hand' }} onClose={() => undefined} />;
const url = 'https://wellspring.example.org/claim#token=secret';

it('makes the link and copies it', async () => {
  serve({
    'POST /users/7/claim': () => ({
      status: 201,
      body: { url, expiresAt: '2026-03-02T10:00:00Z' },
    }),
  });
  const { user } = await show(dialog);
  await user.type(screen.getByRole('textbox', { name: 'Their e-mail address' }), 'old@example.org');
  await user.click(screen.getByRole('button', { name: 'Make the link' }));
  expect(await screen.findByRole('textbox', { name: 'Link to claim the account' })).toHaveValue(
    url,
  );
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await user.click(screen.getByRole('button', { name: 'Copy the link' }));
  expect(write).toHaveBeenCalledWith(url);
  expect(await screen.findByText('The link is copied.')).toBeVisible();
});

it('says at the field what is wrong with the address', async () => {
  const message = 'There is already an account with this e-mail address. Sign in instead.';
  serve({
    'POST /users/7/claim': () => ({
      status: 422,
      body: { code: 'validation', errors: [{ field: 'email', code: 'taken', message }] },
    }),
  });
  const { user } = await show(dialog);
  const field = screen.getByRole('textbox', { name: 'Their e-mail address' });
  await user.type(field, 'ada@example.org{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent(message);
  expect(field).toHaveAccessibleDescription(expect.stringContaining(message));
});
