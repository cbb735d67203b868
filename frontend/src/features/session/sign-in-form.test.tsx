import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { onSessionChange } from '@/api/session';
import { show } from '@/test/render';
import { serve } from '@/test/server';
import { SignInForm } from './sign-in-form';

const email = () => screen.getByRole('textbox', { name: 'E-mail address' });
const password = () => screen.getByLabelText('Password');
const submit = () => screen.getByRole('button', { name: 'Sign in' });

it('says what is missing before it asks the server, and leads there', async () => {
  serve({});
  const { user } = await show(<SignInForm />);
  await user.click(submit());
  expect(screen.getByRole('alert')).toHaveFocus();
  await user.click(screen.getByRole('link', { name: 'Enter your password.' }));
  expect(password()).toHaveFocus();
  expect(email()).toBeInvalid();
});

it('shows the server’s words when it refuses, and keeps what was typed', async () => {
  const refusal = {
    title: 'Sign in first',
    detail: 'The e-mail address or the password is not right.',
    code: 'unauthenticated',
  };
  serve({ 'POST /sessions': () => ({ status: 401, body: refusal }) });
  const { user } = await show(<SignInForm />);
  await user.type(email(), 'ada@example.org');
  await user.type(password(), 'a wrong one{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent(refusal.detail);
  expect(screen.getByRole('alert')).toHaveFocus();
  expect(email()).toHaveValue('ada@example.org');
});

it('signs in with the address trimmed and the password as it is', async () => {
  let sent: unknown;
  serve({
    'POST /sessions': (_, request) => {
      sent = request.json();
      return {
        status: 201,
        body: { accessToken: 'one', expiresIn: 900, me: { id: 1, email: '' } },
      };
    },
  });
  const begun = new Promise((resolve) => onSessionChange(resolve));
  const { user } = await show(<SignInForm />);
  await user.type(email(), ' ada@example.org ');
  await user.type(password(), ' demonstration{Enter}');
  expect(await begun).toMatchObject({ accessToken: 'one' });
  expect(await sent).toEqual({ email: 'ada@example.org', password: ' demonstration' });
});

it('shows the password to whoever wants to see it', async () => {
  const { user } = await show(<SignInForm />);
  await user.type(password(), 'otter');
  expect(password()).toHaveAttribute('type', 'password');
  await user.click(screen.getByRole('button', { name: 'Show the password' }));
  expect(password()).toHaveAttribute('type', 'text');
  expect(screen.getByRole('button', { name: 'Hide the password' })).toBeVisible();
});
