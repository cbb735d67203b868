import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query';
import { client, unwrap } from './client';
import type { paths } from './schema';

export type PeopleFilter = NonNullable<paths['/users']['get']['parameters']['query']>;
export type PostsFilter = NonNullable<paths['/users/{id}/answers']['get']['parameters']['query']>;

export function userListQuery(filter: PeopleFilter) {
  return queryOptions({
    queryKey: ['users', 'list', filter],
    queryFn: ({ signal }) => unwrap(client.GET('/users', { params: { query: filter }, signal })),
    placeholderData: keepPreviousData,
  });
}

export function userKey(id: number) {
  return ['users', 'one', id] as const;
}

export function userQuery(id: number) {
  return queryOptions({
    queryKey: userKey(id),
    queryFn: ({ signal }) =>
      unwrap(client.GET('/users/{id}', { params: { path: { id } }, signal })),
  });
}

export function questionsOfQuery(id: number, filter: PostsFilter) {
  return queryOptions({
    queryKey: [...userKey(id), 'questions', filter],
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/users/{id}/questions', { params: { path: { id }, query: filter }, signal }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function answersOfQuery(id: number, filter: PostsFilter) {
  return queryOptions({
    queryKey: [...userKey(id), 'answers', filter],
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/users/{id}/answers', { params: { path: { id }, query: filter }, signal }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function badgesQuery(id: number) {
  return queryOptions({
    queryKey: [...userKey(id), 'badges'],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/users/{id}/badges', { params: { path: { id } }, signal })),
  });
}

/** Makes the one-time link by which an imported person takes over their account. */
export function useInviteToClaim(id: number) {
  return useMutation({
    mutationFn: (email: string) =>
      unwrap(client.POST('/users/{id}/claim', { params: { path: { id } }, body: { email } })),
  });
}
