import { useEffect, useState } from 'react';

/**
 * The secret of an invitation. It stands behind the #, which browsers send to no server; once read
 * it is taken out of the address, so that it stays in no history and on no shared screen.
 */
export function useClaimToken(): string | null {
  const [token] = useState(() => new URLSearchParams(window.location.hash.slice(1)).get('token'));
  useEffect(() => {
    if (token) window.history.replaceState(window.history.state, '', window.location.pathname);
  }, [token]);
  return token;
}
