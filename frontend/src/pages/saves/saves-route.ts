import type { SavesFilter } from '@/api/saves';
import { pageNumber, text } from '@/lib/search-params';

/** The address of the page; without a list it shows all. */
export interface SavesSearch {
  list?: number;
  q?: string;
  page?: number;
}

function listOf(value: unknown): number | undefined {
  const id = Number(value);
  return value !== undefined && value !== '' && Number.isSafeInteger(id) && id >= 0
    ? id
    : undefined;
}

export function savesFilter({ list, q, page }: SavesSearch): SavesFilter {
  return { list: list ?? -1, page: page ?? 1, ...(q ? { q } : {}) };
}

export const savesRoute = {
  validateSearch: (raw: Record<string, unknown>): SavesSearch => ({
    list: listOf(raw.list),
    q: text(raw.q),
    page: pageNumber(raw.page),
  }),
};
