import type { AuditsFilter, QueueName } from '@/api/reviews';
import { oneOf, pageNumber, text } from '@/lib/search-params';

export const queueNames = [
  'flags',
  'suggested-edits',
  'close-votes',
  'duplicates',
  'first-posts',
  'low-quality',
] as const satisfies readonly QueueName[];

export interface ReviewSearch {
  queue?: QueueName;
}

export interface AuditsSearch extends ReviewSearch {
  person?: string;
  page?: number;
}

export const reviewRoute = {
  validateSearch: (raw: Record<string, unknown>): ReviewSearch => ({
    queue: oneOf(raw.queue, queueNames),
  }),
};

export const auditsRoute = {
  validateSearch: (raw: Record<string, unknown>): AuditsSearch => ({
    queue: oneOf(raw.queue, queueNames),
    person: text(raw.person),
    page: pageNumber(raw.page),
  }),
};

export function auditsFilter({ queue, person, page }: AuditsSearch): AuditsFilter {
  return { page: page ?? 1, ...(queue ? { queue } : {}), ...(person ? { person } : {}) };
}
