import {
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { client, unwrap } from './client';
import { patchPost, questionKey } from './question-cache';
import type { components, paths } from './schema';

export type Followed = components['schemas']['Followed'];
export type FollowsFilter = NonNullable<paths['/me/follows']['get']['parameters']['query']>;

/** A person or a space, whose own answers do not say whether one follows them. */
export type FollowTarget = { person: number } | { space: string };

const followsKey = ['me', 'follows'] as const;

export function followsQuery(filter: FollowsFilter) {
  return queryOptions({
    queryKey: [...followsKey, 'list', filter],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/me/follows', { params: { query: filter }, signal })),
    placeholderData: keepPreviousData,
  });
}

export function followQuery(target: FollowTarget) {
  return queryOptions({
    queryKey: [...followsKey, 'one', target],
    queryFn: ({ signal }) =>
      unwrap(
        'person' in target
          ? client.GET('/users/{id}/follow', { params: { path: { id: target.person } }, signal })
          : client.GET('/spaces/{slug}/follow', {
              params: { path: { slug: target.space } },
              signal,
            }),
      ),
  });
}

function send(target: FollowTarget, follow: boolean) {
  if ('person' in target) {
    const params = { path: { id: target.person } };
    return follow
      ? client.PUT('/users/{id}/follow', { params })
      : client.DELETE('/users/{id}/follow', { params });
  }
  const params = { path: { slug: target.space } };
  return follow
    ? client.PUT('/spaces/{slug}/follow', { params })
    : client.DELETE('/spaces/{slug}/follow', { params });
}

function refreshLists(queryClient: QueryClient): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: [...followsKey, 'list'] });
}

/** Follows a person or a space, or no longer: shown at once, and undone when the server refuses. */
export function useFollow(target: FollowTarget) {
  const queryClient = useQueryClient();
  const { queryKey } = followQuery(target);
  return useMutation({
    scope: { id: `follow-${JSON.stringify(target)}` },
    mutationFn: (follow: boolean) => unwrap(send(target, follow)),
    onMutate: async (follow) => {
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData(queryKey, { following: follow });
    },
    onError: () => queryClient.invalidateQueries({ queryKey }),
    onSettled: () => refreshLists(queryClient),
  });
}

/** The same for a question, which shows it on its page. */
export function useFollowQuestion(id: number) {
  const queryClient = useQueryClient();
  const show = (following: boolean) =>
    patchPost(queryClient, { questionId: id, postId: id }, (post) => ({ ...post, following }));
  return useMutation({
    scope: { id: `follow-question-${id}` },
    mutationFn: (follow: boolean) => {
      const params = { path: { id } };
      return unwrap(
        follow
          ? client.PUT('/questions/{id}/follow', { params })
          : client.DELETE('/questions/{id}/follow', { params }),
      );
    },
    onMutate: async (follow) => {
      await queryClient.cancelQueries({ queryKey: questionKey(id) });
      show(follow);
    },
    onError: () => queryClient.invalidateQueries({ queryKey: questionKey(id) }),
    onSettled: () => refreshLists(queryClient),
  });
}
