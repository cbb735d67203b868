import { freshAccessToken } from './session';

const address = '/api/v1/me/inbox/stream';
const firstPause = 1000;
const longestPause = 60_000;

function paused(time: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, time);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Reads one stream to its end. The token travels in a header, which EventSource could not send. */
async function readStream(hear: (unread: number) => void, signal: AbortSignal): Promise<boolean> {
  const token = await freshAccessToken();
  if (token === null) return false;
  const headers = { Accept: 'text/event-stream', Authorization: `Bearer ${token}` };
  const response = await fetch(address, { headers, signal });
  if (!(response.ok && response.body)) return false;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return true;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (!line.startsWith('data: ')) continue;
      const { unread }: { unread: number } = JSON.parse(line.slice(6));
      hear(unread);
    }
  }
}

/**
 * Listens until it is aborted. Streams end now and then and are opened again; after a failure the pause doubles, and
 * no two pages come back in the same moment when a server was restarted.
 */
async function listen(hear: (unread: number) => void, signal: AbortSignal): Promise<void> {
  let pause = firstPause;
  while (!signal.aborted) {
    const heard = await readStream(hear, signal).catch(() => false);
    pause = heard ? firstPause : Math.min(pause * 2, longestPause);
    await paused(pause * (0.5 + Math.random()), signal);
  }
}

/**
 * Calls hear with the number of what is unread whenever the inbox of whoever is signed in changes. All tabs of a
 * browser share one stream, because a browser opens only six connections to a server: the tab that holds the lock
 * listens, and tells the others. own says that this tab is the one.
 */
export function followInbox(hear: (unread: number, own: boolean) => void): () => void {
  const end = new AbortController();
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel('wellspring-inbox') : null;
  channel?.addEventListener('message', ({ data }) => hear(Number(data), false));
  const work = () =>
    listen((unread) => {
      channel?.postMessage(unread);
      hear(unread, true);
    }, end.signal);
  const listening = navigator.locks
    ? navigator.locks.request('wellspring-inbox', { signal: end.signal }, work)
    : work();
  // Aborting while another tab holds the lock rejects, which is how this one stops waiting.
  void listening.catch(() => undefined);
  return () => {
    end.abort();
    channel?.close();
  };
}
