import { useQueryClient } from '@tanstack/react-query';
import { mentionsQuery } from '@/api/mentions';
import { searchQuery } from '@/api/search';
import { tagListQuery } from '@/api/tags';
import type { Suggest } from './completions';

const offered = 8;

/** What may be completed. Without the server one writes names by heart. */
export function useSuggest(space: string | undefined): Suggest {
  const queryClient = useQueryClient();
  return {
    people: async (beginning) => {
      if (space === undefined) return [];
      const found = await queryClient.fetchQuery(mentionsQuery(space, beginning)).catch(() => null);
      return found?.items ?? [];
    },
    tags: async (q) => {
      const found = await queryClient
        .fetchQuery(tagListQuery({ q, pageSize: offered }))
        .catch(() => null);
      return found?.items ?? [];
    },
    questions: async (q) => {
      const found = await queryClient
        .fetchQuery(searchQuery({ q, kind: 'question', pageSize: offered }))
        .catch(() => null);
      return found?.items ?? [];
    },
  };
}
