import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client, unwrap } from './client';
import { useSessionStatus } from './session';
import type { Me, MeInput } from './types';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => unwrap(client.GET('/me', { signal })),
  staleTime: 5 * 60_000,
});

/** The signed-in person; null for a visitor; undefined while that is not yet known. */
export function useMe(): Me | null | undefined {
  const status = useSessionStatus();
  const { data } = useQuery({ ...meQuery, enabled: status === 'signed-in' });
  return status === 'anonymous' ? null : data;
}

/** Changes one's own profile or preferences. */
export function useUpdateMe() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: MeInput) => unwrap(client.PATCH('/me', { body })),
    onSuccess: (me) => queryClient.setQueryData(meQuery.queryKey, me),
  });
}
