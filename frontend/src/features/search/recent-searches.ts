import { storage } from '@/lib/storage';

const kept = 5;

// The key names the person: two people may share a computer.
function key(person: number | undefined): string {
  return `wellspring.searches.${person ?? 'visitor'}`;
}

/** What was last searched for in this browser, the latest first. */
export function recentSearches(person: number | undefined): string[] {
  try {
    const stored: unknown = JSON.parse(storage.read(key(person)) ?? '[]');
    return Array.isArray(stored) ? stored.filter((item) => typeof item === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberSearch(person: number | undefined, words: string): void {
  const others = recentSearches(person).filter((item) => item !== words);
  storage.write(key(person), JSON.stringify([words, ...others].slice(0, kept)));
}

export function forgetSearches(person: number | undefined): void {
  storage.remove(key(person));
}
