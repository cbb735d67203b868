import { currentLanguage } from '@/lib/i18n';
import { networkProblem } from '@/lib/problem';
import { storage } from '@/lib/storage';
import { createStore, useStore } from '@/lib/store';
import type { components } from './schema';

export type Session = components['schemas']['Session'];

interface SessionState {
  /**
   * "restoring" until the first refresh has answered. "expired" when the session ended while the page
   * was in use: it still shows what it showed, so that signing in again loses nothing of it.
   */
  status: 'restoring' | 'anonymous' | 'signed-in' | 'expired';
  accessToken: string | null;
  expiresAt: number;
  /** Of the person who is or was signed in. */
  email: string;
}

// The access token lives in memory only. This key just remembers that a refresh is worth asking for,
// so that a visitor's page does not start with a refused request.
const hint = 'wellspring.signed-in';
const anonymous: SessionState = { status: 'anonymous', accessToken: null, expiresAt: 0, email: '' };

const store = createStore<SessionState>({ ...anonymous, status: 'restoring' });
const channel = 'BroadcastChannel' in window ? new BroadcastChannel('wellspring-session') : null;
const listeners = new Set<(session: Session | null) => void>();

function announce(session: Session | null): void {
  for (const listener of listeners) listener(session);
}

/** Called with the new session, or null when it ended, in this tab or another. */
export function onSessionChange(listener: (session: Session | null) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function keep(session: Session): void {
  storage.write(hint, '1');
  const expiresAt = Date.now() + session.expiresIn * 1000;
  const { accessToken, me } = session;
  store.set({ status: 'signed-in', accessToken, expiresAt, email: me.email });
}

function forget(): void {
  storage.remove(hint);
  store.set(anonymous);
}

/** The refresh was refused. Whoever was signed in a moment ago is asked first what to do now. */
function expire(): void {
  const { status, email } = store.get();
  if (status === 'expired') return;
  if (status === 'signed-in') {
    storage.remove(hint);
    store.set({ ...anonymous, status: 'expired', email });
  } else {
    forget();
    announce(null);
  }
}

/** After sign-in, registration or a claim. */
export function beginSession(session: Session): void {
  keep(session);
  announce(session);
  channel?.postMessage('begun');
}

/** After signing out, or when the person of an expired session goes on as a visitor. */
export function endSession(): void {
  forget();
  announce(null);
  channel?.postMessage('ended');
}

async function requestRefresh(): Promise<Session | null> {
  const response = await fetch('/api/v1/sessions/refresh', {
    method: 'POST',
    headers: { 'Accept-Language': currentLanguage() },
  }).catch(() => {
    throw networkProblem();
  });
  if (response.ok) return (await response.json()) as Session;
  if (response.status >= 500) throw networkProblem();
  return null;
}

/** Refresh tokens rotate: two tabs that refresh at once would look like a theft of one. */
function withLock<T>(work: () => Promise<T>): Promise<T> {
  if (!navigator.locks) return work();
  return navigator.locks.request('wellspring-refresh', work);
}

let refreshing: Promise<boolean> | null = null;

/** Single-flight; true when there is a fresh access token afterwards. */
export function refreshSession(): Promise<boolean> {
  refreshing ??= withLock(requestRefresh)
    .then((session) => {
      if (!session) {
        expire();
        return false;
      }
      keep(session);
      announce(session);
      return true;
    })
    .finally(() => {
      refreshing = null;
    });
  return refreshing;
}

async function restore(): Promise<void> {
  if (storage.read(hint) === null) {
    forget();
    return;
  }
  try {
    await refreshSession();
  } catch {
    // The server is away: read as a visitor, keep the hint, and try again on the next page load.
    store.set(anonymous);
  }
}

let restored: Promise<void> | null = null;

/** Resolves when it is known whether somebody is signed in; every request waits for it. */
export function sessionRestored(): Promise<void> {
  restored ??= restore();
  return restored;
}

/** A token that will outlive the request it is sent with, or null for a visitor. */
export async function freshAccessToken(): Promise<string | null> {
  await sessionRestored();
  const { accessToken, expiresAt } = store.get();
  if (accessToken === null || Date.now() < expiresAt - 10_000) return accessToken;
  await refreshSession();
  return store.get().accessToken;
}

export function useSessionStatus(): SessionState['status'] {
  return useStore(store).status;
}

/** The e-mail address of the person whose session ended while the page was in use, else null. */
export function useExpiredSession(): string | null {
  const { status, email } = useStore(store);
  return status === 'expired' ? email : null;
}

channel?.addEventListener('message', (event) => {
  if (event.data === 'ended') {
    forget();
    announce(null);
  } else {
    void refreshSession().catch(() => undefined);
  }
});
