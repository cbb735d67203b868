import { infiniteQueryOptions } from '@tanstack/react-query';
import { client, unwrap } from './client';
import type { components } from './schema';

export type Deed = components['schemas']['Deed'];

/** What happened to a post, the latest first. */
export function timelineQuery(postId: number) {
  return infiniteQueryOptions({
    queryKey: ['posts', postId, 'timeline'],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        client.GET('/posts/{id}/timeline', {
          params: { path: { id: postId }, query: { cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next || undefined,
    // Whoever opens it wants what happened a moment ago in it.
    staleTime: 0,
  });
}
