import type { QueryClient } from '@tanstack/react-query';
import { meQuery } from '@/api/me';
import { onSessionChange, sessionRestored } from '@/api/session';
import { preferredLanguage, setLanguage } from '@/lib/i18n';
import { setTheme } from '@/lib/theme';

/** Keeps the cache true to who is signed in: another person must never see the last one's data. */
export function followSession(queryClient: QueryClient): void {
  let person: number | null | undefined;

  onSessionChange((session) => {
    const before = person;
    person = session?.me.id ?? null;
    if (session) queryClient.setQueryData(meQuery.queryKey, session.me);
    if (before === person) return;
    if (session) {
      setTheme(session.me.theme);
      if (session.me.language !== preferredLanguage()) void setLanguage(session.me.language);
    }
    if (before === undefined) return;
    if (!session) queryClient.removeQueries({ queryKey: meQuery.queryKey });
    void queryClient.resetQueries({ predicate: (query) => query.queryKey[0] !== 'me' });
  });

  void sessionRestored().then(() => {
    person ??= null;
  });
}
