import type { SuggestionsFilter } from '@/api/suggestions';
import { oneOf, pageNumber } from '@/lib/search-params';

/** The address of the lists; without a view it is what waits for one's decision. */
export interface SuggestionsSearch {
  view?: 'mine';
  page?: number;
}

export function suggestionsFilter({ view, page }: SuggestionsSearch): SuggestionsFilter {
  return { view: view ?? 'to-decide', page: page ?? 1 };
}

export const suggestionsRoute = {
  validateSearch: (raw: Record<string, unknown>): SuggestionsSearch => ({
    view: oneOf(raw.view, ['mine']),
    page: pageNumber(raw.page),
  }),
};

export interface SuggestionSearch {
  /** Under each other unless side by side was chosen. */
  view?: 'split';
}

export const suggestionRoute = {
  validateSearch: (raw: Record<string, unknown>): SuggestionSearch => ({
    view: oneOf(raw.view, ['split']),
  }),
};
