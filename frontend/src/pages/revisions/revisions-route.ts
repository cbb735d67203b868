import { idOf, oneOf } from '@/lib/search-params';

export interface RevisionsSearch {
  /** Under each other unless side by side was chosen. */
  view?: 'split';
  /** Begin with this version instead of the newest. */
  version?: number;
}

export const revisionsRoute = {
  validateSearch: (raw: Record<string, unknown>): RevisionsSearch => ({
    view: oneOf(raw.view, ['split']),
    version: idOf(String(raw.version ?? '')) ?? undefined,
  }),
};
