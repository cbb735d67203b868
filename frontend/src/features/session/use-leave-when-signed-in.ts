import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useMe } from '@/api/me';

/** Goes on to where one wanted to go, by this sign-in or by one in another tab; Back skips the form. */
export function useLeaveWhenSignedIn(next: string | undefined): void {
  const { history } = useRouter();
  const signedIn = Boolean(useMe());
  useEffect(() => {
    if (signedIn) history.replace(next ?? '/questions');
  }, [signedIn, history, next]);
}
