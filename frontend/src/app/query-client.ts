import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '@/lib/problem';

function isRefusal(error: unknown): boolean {
  return error instanceof ApiProblem && error.status >= 400 && error.status < 500;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The program may run on this very machine: being offline says nothing about reaching it.
        networkMode: 'offlineFirst',
        staleTime: 30_000,
        retry: (failures, error) => !isRefusal(error) && failures < 2,
      },
      mutations: { networkMode: 'offlineFirst', retry: false },
    },
  });
}
