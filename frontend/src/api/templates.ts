import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, unwrap } from './client';
import type { components } from './schema';

export type Template = components['schemas']['Template'];
export type NewTemplate = components['schemas']['CreateTemplateInputBody'];
export type TemplateChange = components['schemas']['ChangeTemplateInputBody'];

const templatesKey = ['templates'] as const;

/** What a question in this space with these tags may begin with. */
export function offeredTemplatesQuery(space: string, tag: string[]) {
  return queryOptions({
    queryKey: [...templatesKey, 'offered', space, tag],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/question-templates', { params: { query: { space, tag } }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

export const templatesQuery = queryOptions({
  queryKey: [...templatesKey, 'all'],
  queryFn: ({ signal }) =>
    unwrap(client.GET('/question-templates', { params: { query: { all: true } }, signal })),
});

function useTemplateWrite<Input>(send: (input: Input) => Promise<unknown>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: templatesKey }),
  });
}

export function useCreateTemplate() {
  return useTemplateWrite((body: NewTemplate) =>
    unwrap(client.POST('/question-templates', { body })),
  );
}

export function useChangeTemplate(id: number) {
  return useTemplateWrite((body: TemplateChange) =>
    unwrap(client.PUT('/question-templates/{id}', { params: { path: { id } }, body })),
  );
}

export function useDeleteTemplate(id: number) {
  return useTemplateWrite(() =>
    unwrap(client.DELETE('/question-templates/{id}', { params: { path: { id } } })),
  );
}
