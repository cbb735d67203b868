import { oneOf } from '@/lib/search-params';

export interface RevisionsSearch {
  /** Under each other unless side by side was chosen. */
  view?: 'split';
}

export const revisionsRoute = {
  validateSearch: (raw: Record<string, unknown>): RevisionsSearch => ({
    view: oneOf(raw.view, ['split']),
  }),
};
