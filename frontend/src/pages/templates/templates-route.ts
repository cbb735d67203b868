import { templatesQuery } from '@/api/templates';
import type { RouterContext } from '@/lib/router-context';

export const templatesRoute = {
  loader: ({ context }: { context: RouterContext }) =>
    context.queryClient.prefetchQuery(templatesQuery),
};
