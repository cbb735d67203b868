import { privilegesQuery } from '@/api/privileges';
import type { RouterContext } from '@/lib/router-context';

export const privilegesRoute = {
  loader: ({ context }: { context: RouterContext }) =>
    context.queryClient.prefetchQuery(privilegesQuery),
};
