import { text } from '@/lib/search-params';

export interface SignInSearch {
  /** Where to go afterwards; only an address of this program is followed. */
  next?: string;
}

const ways = ['/sign-in', '/register', '/claim'];

/** An address of this program, and not one of those that lead back here. */
function isInside(address: string): boolean {
  if (!address.startsWith('/') || /^\/[/\\]/.test(address)) return false;
  return !ways.some((way) => address.startsWith(way));
}

export const signInRoute = {
  validateSearch: (raw: Record<string, unknown>): SignInSearch => {
    const next = text(raw.next);
    return { next: next && isInside(next) ? next : undefined };
  },
};
