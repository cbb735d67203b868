import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { show } from '@/test/render';
import { serve } from '@/test/server';
import { PasswordForm } from './password-form';

const form = <PasswordForm email="ada@example.org" />;

it('shows at each field what the server says about it', async () => {
  serve({
    'PUT /me/password': () => ({
      status: 422,
      body: {
        code: 'validation',
        errors: [
          {
            field: 'currentPassword',
            code: 'wrong',
            message: 'This is not your present password.',
          },
          { field: 'newPassword', code: 'too-short', message: 'Use at least 12 characters.' },
        ],
      },
    }),
  });
  const { user } = await show(form);
  await user.type(screen.getByLabelText('Present password'), 'wrong');
  await user.type(screen.getByLabelText('New password'), 'short{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('2 things need your attention:');
  expect(screen.getByLabelText('Present password')).toHaveAccessibleDescription(
    'This is not your present password.',
  );
  expect(screen.getByLabelText('New password')).toHaveAccessibleDescription(
    /Use at least 12 characters\./,
  );
});

it('empties the fields once the password is changed', async () => {
  serve({ 'PUT /me/password': () => ({ status: 204, body: undefined }) });
  const { user } = await show(form);
  await user.type(screen.getByLabelText('Present password'), 'demonstration');
  await user.type(screen.getByLabelText('New password'), 'marble otter lantern');
  await user.click(screen.getByRole('button', { name: 'Change the password' }));
  expect(await screen.findByText(/^Your password is changed/)).toBeVisible();
  expect(screen.getByLabelText('New password')).toHaveValue('');
});
