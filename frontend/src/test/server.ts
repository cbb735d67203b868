import { vi } from 'vitest';

interface Reply {
  status?: number;
  body: unknown;
}

type Answer = (url: URL, request: Request) => Reply | Promise<Reply>;

/**
 * Answers what the components under test ask the server, by "GET /questions". What is not listed
 * is away, as a server that cannot be reached.
 */
export function serve(routes: Record<string, Answer>): void {
  vi.stubGlobal('fetch', async (request: Request) => {
    const url = new URL(request.url);
    const answer = routes[`${request.method} ${url.pathname.replace('/api/v1', '')}`];
    if (!answer) throw new TypeError('Failed to fetch');
    const { status = 200, body } = await answer(url, request);
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
  });
}
