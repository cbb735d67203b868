import { pageNumber } from '@/lib/search-params';

export interface EditSearch {
  /** Begin with the text of this older version instead of the current one. */
  version?: number;
}

export const editRoute = {
  validateSearch: (raw: Record<string, unknown>): EditSearch => ({
    version: raw.version === '1' || raw.version === 1 ? 1 : pageNumber(raw.version),
  }),
};
