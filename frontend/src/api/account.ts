import { useMutation } from '@tanstack/react-query';
import { client, unwrap } from './client';
import { beginSession } from './session';
import type { ClaimInput, PasswordInput, RegisterInput, SignInInput } from './types';
import { useCreationKey } from './use-creation-key';

async function signIn(body: SignInInput): Promise<void> {
  beginSession(await unwrap(client.POST('/sessions', { body })));
}

export function useSignIn() {
  return useMutation({ mutationFn: signIn });
}

/** Makes the account and signs in with it. */
export function useRegister() {
  const keyFor = useCreationKey();
  return useMutation({
    mutationFn: async (body: RegisterInput) => {
      await unwrap(client.POST('/users', { headers: keyFor(body), body }));
      await signIn({ email: body.email, password: body.password });
    },
  });
}

/** Takes over an imported account with the secret of an invitation, and signs in with it. */
export function useClaim() {
  return useMutation({
    mutationFn: async (body: ClaimInput) => {
      const session = await unwrap(client.POST('/claims', { body }));
      beginSession(session);
      return session.me;
    },
  });
}

/** Also ends the person's other sessions. */
export function useChangePassword() {
  return useMutation({
    mutationFn: (body: PasswordInput) => unwrap(client.PUT('/me/password', { body })),
  });
}
