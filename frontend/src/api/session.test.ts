import { beforeEach, describe, expect, it, vi } from 'vitest';

interface Call {
  path: string;
  authorization: string | null;
}

const me = { id: 1, name: 'Ada', email: 'ada@example.org' };
let calls: Call[];
let answers: ((call: Call) => Response | undefined)[];

function json(status: number, body: unknown): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
}

/** A fresh copy of the modules, as in a page that has just been opened. */
async function open() {
  vi.resetModules();
  const [session, client] = await Promise.all([import('./session'), import('./client')]);
  return { ...session, ...client };
}

beforeEach(() => {
  calls = [];
  answers = [];
  vi.stubGlobal('fetch', async (input: Request | string, init?: RequestInit) => {
    const request =
      input instanceof Request ? input : new Request(new URL(input, 'http://x'), init);
    const call = {
      path: `${request.method} ${new URL(request.url).pathname.replace('/api/v1', '')}`,
      authorization: request.headers.get('authorization'),
    };
    calls.push(call);
    for (const answer of answers) {
      const response = answer(call);
      if (response) return response;
    }
    throw new TypeError('Failed to fetch');
  });
});

describe('the session', () => {
  it('asks for nothing when nobody signed in here', async () => {
    const { sessionRestored, freshAccessToken } = await open();
    await sessionRestored();
    expect(await freshAccessToken()).toBeNull();
    expect(calls).toEqual([]);
  });

  it('is restored once, however many requests wait for it', async () => {
    localStorage.setItem('wellspring.signed-in', '1');
    answers = [
      ({ path }) =>
        path === 'POST /sessions/refresh'
          ? json(200, { accessToken: 'one', expiresIn: 900, me })
          : json(200, { items: [] }),
    ];
    const { client, unwrap } = await open();
    await Promise.all([unwrap(client.GET('/spaces')), unwrap(client.GET('/spaces'))]);
    expect(calls.map(({ path }) => path)).toEqual([
      'POST /sessions/refresh',
      'GET /spaces',
      'GET /spaces',
    ]);
    expect(calls[1]?.authorization).toBe('Bearer one');
  });

  it('is refreshed once when a token is refused, and the request is sent again', async () => {
    answers = [
      ({ path }) =>
        path === 'POST /sessions/refresh'
          ? json(200, { accessToken: 'two', expiresIn: 900, me })
          : undefined,
      ({ authorization }) =>
        authorization === 'Bearer two' ? json(200, { items: [] }) : json(401, { code: 'x' }),
    ];
    const { beginSession, sessionRestored, client, unwrap } = await open();
    await sessionRestored();
    beginSession({ accessToken: 'one', expiresIn: 900, me } as never);
    await Promise.all([unwrap(client.GET('/spaces')), unwrap(client.GET('/spaces'))]);
    expect(calls.filter(({ path }) => path === 'POST /sessions/refresh')).toHaveLength(1);
  });

  it('expires when a refresh is refused, and changes nobody until the person has decided', async () => {
    answers = [() => json(401, { code: 'unauthenticated', detail: 'Please sign in.' })];
    const { beginSession, endSession, sessionRestored, onSessionChange, client, unwrap } =
      await open();
    await sessionRestored();
    beginSession({ accessToken: 'one', expiresIn: 900, me } as never);
    const changed = vi.fn();
    onSessionChange(changed);
    await expect(unwrap(client.GET('/me'))).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(changed).not.toHaveBeenCalled();
    expect(localStorage.getItem('wellspring.signed-in')).toBeNull();
    endSession();
    expect(changed).toHaveBeenCalledWith(null);
  });

  it('is a visitor from the start when the cookie of an earlier visit is refused', async () => {
    localStorage.setItem('wellspring.signed-in', '1');
    answers = [() => json(401, { code: 'unauthenticated', detail: 'Please sign in.' })];
    const { sessionRestored, onSessionChange, freshAccessToken } = await open();
    const changed = vi.fn();
    onSessionChange(changed);
    await sessionRestored();
    expect(changed).toHaveBeenCalledWith(null);
    expect(await freshAccessToken()).toBeNull();
  });

  it('survives a server that is away for a moment', async () => {
    localStorage.setItem('wellspring.signed-in', '1');
    const { sessionRestored, client, unwrap } = await open();
    await sessionRestored();
    await expect(unwrap(client.GET('/spaces'))).rejects.toMatchObject({ code: 'network' });
    expect(localStorage.getItem('wellspring.signed-in')).toBe('1');
  });
});
