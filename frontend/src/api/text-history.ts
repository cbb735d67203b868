import { queryOptions } from '@tanstack/react-query';
import { client, unwrap } from './client';
import type { components } from './schema';

export type TagRevision = components['schemas']['TagRevision'];

export function tagHistoryQuery(name: string, page: number) {
  return queryOptions({
    queryKey: ['tags', 'history', name, page],
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/tags/{name}/revisions', {
          params: { path: { name }, query: { page, pageSize: 20 } },
          signal,
        }),
      ),
    staleTime: 0,
  });
}

export function commentHistoryQuery(id: number) {
  return queryOptions({
    queryKey: ['comments', id, 'history'],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/comments/{id}/revisions', { params: { path: { id } }, signal })),
    staleTime: 0,
  });
}
