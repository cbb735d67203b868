import { pageNumber } from '@/lib/search-params';

export const flagsRoute = {
  validateSearch: (raw: Record<string, unknown>): { page?: number } => ({
    page: pageNumber(raw.page),
  }),
};
