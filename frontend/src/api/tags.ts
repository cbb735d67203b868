import {
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { client, unwrap } from './client';
import { questionListsKey } from './questions';
import type { paths } from './schema';
import { tagPreferencesQuery } from './tag-preferences';

type TagsPath = paths['/tags']['get'];
type TagPath = paths['/tags/{name}'];

export type TagFilter = NonNullable<TagsPath['parameters']['query']>;
export type TagPage = TagsPath['responses'][200]['content']['application/json'];
export type TagSummary = TagPage['items'][number];
export type Tag = TagPath['get']['responses'][200]['content']['application/json'];
export type TagEdit = NonNullable<TagPath['put']['requestBody']>['content']['application/json'];

const tagListsKey = ['tags', 'list'] as const;

function tagKey(name: string) {
  return ['tags', 'one', name] as const;
}

export function tagListQuery(filter: TagFilter) {
  return queryOptions({
    queryKey: [...tagListsKey, filter],
    queryFn: ({ signal }) => unwrap(client.GET('/tags', { params: { query: filter }, signal })),
    placeholderData: keepPreviousData,
  });
}

export function tagQuery(name: string) {
  return queryOptions({
    queryKey: tagKey(name),
    queryFn: ({ signal }) =>
      unwrap(client.GET('/tags/{name}', { params: { path: { name } }, signal })),
  });
}

function withWatched<T extends { name: string; watched: boolean }>(
  tag: T,
  name: string,
  watched: boolean,
): T {
  return tag.name === name ? { ...tag, watched } : tag;
}

/** Writes into everything on the screen whether one watches a tag. */
function showWatched(queryClient: QueryClient, name: string, watched: boolean): void {
  queryClient.setQueryData(
    tagQuery(name).queryKey,
    (tag) => tag && withWatched(tag, name, watched),
  );
  queryClient.setQueriesData<TagPage>(
    { queryKey: tagListsKey },
    (page) => page && { ...page, items: page.items.map((tag) => withWatched(tag, name, watched)) },
  );
  queryClient.setQueryData(tagPreferencesQuery.queryKey, (preferences) => {
    if (!preferences) return preferences;
    const others = preferences.watched.filter((item) => item !== name);
    const ignored = preferences.ignored.filter((item) => item !== name);
    return watched
      ? { ...preferences, watched: [...others, name].sort(), ignored }
      : { ...preferences, watched: others };
  });
}

/** Watches or no longer watches a tag: shown at once, and undone when the server refuses. */
export function useWatchTag(name: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (watched: boolean) => {
      const params = { path: { name } };
      return unwrap(
        watched
          ? client.PUT('/tags/{name}/watch', { params })
          : client.DELETE('/tags/{name}/watch', { params }),
      );
    },
    onMutate: async (watched) => {
      await queryClient.cancelQueries({ queryKey: ['tags'] });
      showWatched(queryClient, name, watched);
    },
    onError: (_, watched) => showWatched(queryClient, name, !watched),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: tagPreferencesQuery.queryKey }),
        queryClient.invalidateQueries({ queryKey: questionListsKey, refetchType: 'none' }),
      ]),
  });
}

/** Writes a tag's description and wiki. */
export function useEditTag(name: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: TagEdit) =>
      unwrap(client.PUT('/tags/{name}', { params: { path: { name } }, body })),
    onSuccess: (tag) => {
      queryClient.setQueryData(tagQuery(name).queryKey, tag);
      void queryClient.invalidateQueries({ queryKey: ['tags', 'history', name] });
      return queryClient.invalidateQueries({ queryKey: tagListsKey });
    },
  });
}
