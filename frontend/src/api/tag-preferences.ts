import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, unwrap } from './client';
import { questionListsKey } from './questions';
import type { components } from './schema';

export type TagPreferences = components['schemas']['TagPreferences'];

/** The tags one watches and ignores, by name or by a pattern such as postgres*. */
export const tagPreferencesQuery = queryOptions({
  queryKey: ['me', 'tag-preferences'],
  queryFn: ({ signal }) => unwrap(client.GET('/me/tag-preferences', { signal })),
});

export type PreferenceChange =
  | { kind: 'watch' | 'unwatch' | 'ignore' | 'unignore'; pattern: string }
  | { kind: 'hide'; hide: boolean };

function send(change: PreferenceChange) {
  if (change.kind === 'hide') {
    return client.PATCH('/me/tag-preferences', { body: { hideIgnored: change.hide } });
  }
  const params = { path: { pattern: change.pattern } };
  switch (change.kind) {
    case 'watch':
      return client.PUT('/me/watched-tags/{pattern}', { params });
    case 'unwatch':
      return client.DELETE('/me/watched-tags/{pattern}', { params });
    case 'ignore':
      return client.PUT('/me/ignored-tags/{pattern}', { params });
    case 'unignore':
      return client.DELETE('/me/ignored-tags/{pattern}', { params });
  }
}

/** What is known to come of a change; whether a name or a pattern is a good one, only the server knows. */
function foreseen(preferences: TagPreferences, change: PreferenceChange): TagPreferences {
  const without = (list: string[], pattern: string) => list.filter((item) => item !== pattern);
  switch (change.kind) {
    case 'hide':
      return { ...preferences, hideIgnored: change.hide };
    case 'unwatch':
      return { ...preferences, watched: without(preferences.watched, change.pattern) };
    case 'unignore':
      return { ...preferences, ignored: without(preferences.ignored, change.pattern) };
    default:
      return preferences;
  }
}

/** Changes what one watches or ignores: shown at once where it is certain; the lists of questions follow. */
export function useTagPreference() {
  const queryClient = useQueryClient();
  const { queryKey } = tagPreferencesQuery;
  return useMutation({
    scope: { id: 'tag-preferences' },
    mutationFn: (change: PreferenceChange) => unwrap(send(change)),
    onMutate: async (change) => {
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData(queryKey, (old) => old && foreseen(old, change));
    },
    onError: () => queryClient.invalidateQueries({ queryKey }),
    onSuccess: async (preferences) => {
      queryClient.setQueryData(queryKey, preferences);
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: questionListsKey }),
        queryClient.invalidateQueries({ queryKey: ['tags'] }),
      ]);
    },
  });
}
