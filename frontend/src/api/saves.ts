import {
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { client, unwrap } from './client';
import { type PostAddress, patchPost, questionKey } from './question-cache';
import type { components, paths } from './schema';

export type SavedPost = components['schemas']['SavedPost'];
type SavedPage = paths['/me/saves']['get']['responses'][200]['content']['application/json'];
export type SaveList = components['schemas']['SaveList'];
export type SaveChange = components['schemas']['SavePostInputBody'];
export type SavesFilter = NonNullable<paths['/me/saves']['get']['parameters']['query']>;

const savesKey = ['me', 'saves'] as const;

export function savesQuery(filter: SavesFilter) {
  return queryOptions({
    queryKey: [...savesKey, 'posts', filter],
    queryFn: ({ signal }) => unwrap(client.GET('/me/saves', { params: { query: filter }, signal })),
    placeholderData: keepPreviousData,
  });
}

export const saveListsQuery = queryOptions({
  queryKey: [...savesKey, 'lists'],
  queryFn: ({ signal }) => unwrap(client.GET('/me/save-lists', { signal })),
});

/** Where one saved a post, and with which note. */
export function saveQuery(postId: number) {
  return queryOptions({
    queryKey: [...savesKey, 'one', postId],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/posts/{id}/save', { params: { path: { id: postId } }, signal })),
  });
}

function dropFromLists(queryClient: QueryClient, postId: number): void {
  queryClient.setQueriesData<SavedPage>(
    { queryKey: [...savesKey, 'posts'] },
    (page) => page && { ...page, items: page.items.filter((post) => post.postId !== postId) },
  );
}

/** Saves a post, moves it to a list or notes something about it; null forgets it. It shows at once. */
export function useSave({ questionId, postId }: PostAddress, onRefused: (error: unknown) => void) {
  const queryClient = useQueryClient();
  const show = (saved: boolean) =>
    patchPost(queryClient, { questionId, postId }, (post) => ({ ...post, saved }));
  return useMutation({
    scope: { id: `save-${postId}` },
    mutationFn: async (change: SaveChange | null) => {
      const params = { path: { id: postId } };
      if (change === null) await unwrap(client.DELETE('/posts/{id}/save', { params }));
      else await unwrap(client.PUT('/posts/{id}/save', { params, body: change }));
    },
    onMutate: async (change) => {
      await queryClient.cancelQueries({ queryKey: questionKey(questionId) });
      show(change !== null);
      if (change === null) dropFromLists(queryClient, postId);
    },
    onError: (error) => {
      void queryClient.invalidateQueries({ queryKey: questionKey(questionId) });
      onRefused(error);
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: savesKey }),
  });
}

function useListChange<Input>(send: (input: Input) => Promise<unknown>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => queryClient.invalidateQueries({ queryKey: savesKey }),
  });
}

export function useCreateList() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => unwrap(client.POST('/me/save-lists', { body: { name } })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: saveListsQuery.queryKey }),
  });
}

export function useRenameList(id: number) {
  return useListChange((name: string) =>
    unwrap(client.PUT('/me/save-lists/{id}', { params: { path: { id } }, body: { name } })),
  );
}

/** What lies in the list moves to the default one. */
export function useDeleteList(id: number) {
  return useListChange(() =>
    unwrap(client.DELETE('/me/save-lists/{id}', { params: { path: { id } } })),
  );
}

/** Puts the named lists in order; it shows at once. */
export function useOrderLists() {
  const queryClient = useQueryClient();
  return useMutation({
    scope: { id: 'order-lists' },
    mutationFn: (ids: number[]) => unwrap(client.PUT('/me/save-lists', { body: { ids } })),
    onMutate: (ids) => {
      queryClient.setQueryData(saveListsQuery.queryKey, (lists) => {
        if (!lists) return lists;
        const byPlace = (list: SaveList) => ids.indexOf(list.id);
        return { ...lists, items: [...lists.items].sort((a, b) => byPlace(a) - byPlace(b)) };
      });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: saveListsQuery.queryKey }),
  });
}
