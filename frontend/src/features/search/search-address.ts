import type { SearchFilter } from '@/api/search';

export const searchKinds = ['question', 'answer', 'person', 'tag'] as const;
export const searchStates = ['answered', 'unanswered', 'solved', 'closed'] as const;
export const searchSorts = ['relevance', 'newest', 'votes'] as const;

/** The address of the results; what is not given stays out of it. */
export type SearchAddress = Omit<SearchFilter, 'pageSize' | 'tag'> & { tag?: string[] };

/** What an address asks the server for. */
export function searchFilter(address: SearchAddress): SearchFilter {
  return { ...address, sort: address.sort ?? 'relevance', page: address.page ?? 1 };
}

/** Choices that narrow the results, in the order in which they are shown. */
export const narrowing = ['kind', 'state', 'space', 'tag', 'author', 'from', 'to'] as const;

export type Narrowing = (typeof narrowing)[number];

/** The same search with another choice, from its first page. */
export function narrowed(address: SearchAddress, change: SearchAddress): SearchAddress {
  return { ...address, ...change, page: undefined };
}

/** What one kind of narrowing is set to; only tags can be several. */
export function chosen(address: SearchAddress, name: Narrowing): string[] {
  const value = address[name];
  return Array.isArray(value) ? value : value ? [value] : [];
}

/** The same search with a choice taken, or with it taken back. */
export function toggled(address: SearchAddress, name: Narrowing, value: string): SearchAddress {
  const before = chosen(address, name);
  const taken = before.includes(value);
  if (name !== 'tag') return narrowed(address, { [name]: taken ? undefined : value });
  const tag = taken ? before.filter((other) => other !== value) : [...before, value];
  return narrowed(address, { tag: tag.length > 0 ? tag : undefined });
}

/** The words and the order alone. */
export function widened({ q, sort }: SearchAddress): SearchAddress {
  return { q, sort };
}
