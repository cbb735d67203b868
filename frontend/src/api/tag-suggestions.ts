import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client, unwrap } from './client';

/** Tags that a question with this title and text may want. */
export function tagSuggestionsQuery(title: string, body: string) {
  return queryOptions({
    queryKey: ['tags', 'suggestions', title, body],
    queryFn: ({ signal }) =>
      unwrap(client.POST('/tag-suggestions', { body: { title, body }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
    gcTime: 60_000,
  });
}
