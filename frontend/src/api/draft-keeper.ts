import { ApiProblem } from '@/lib/problem';
import { storage } from '@/lib/storage';
import { client, unwrap } from './client';
import type { DraftText, ServerDraft } from './drafts';

/** A text is sent this long after its first change; what is typed meanwhile goes along. */
const pause = 2500;
/** After the server could not be reached, or the session had ended. */
const patience = 15_000;

interface KeeperOptions {
  place: string;
  /** Where this browser notes which version of the draft its own copy grew from. */
  mark: string;
  /** Somebody wrote something else here, in another window or on another device. */
  onOffer: (draft: ServerDraft) => void;
  onKept: (kept: boolean) => void;
}

export interface DraftKeeper {
  /** What stands in the form now; null while it is as it was at the beginning. */
  note: (text: DraftText | null) => void;
  /** The writer has seen the other text and decided: from now on the form's text is the newer one. */
  settle: (seen: ServerDraft) => void;
  discard: () => Promise<void>;
  /** Sends what is left and ends. */
  close: () => void;
}

function sameText(one: DraftText, other: DraftText): boolean {
  const words = ({ title, body, answer, tags, space, summary, base }: DraftText) =>
    JSON.stringify([
      title ?? '',
      body ?? '',
      answer ?? '',
      tags ?? [],
      space ?? '',
      summary ?? '',
      base ?? 0,
    ]);
  return words(one) === words(other);
}

function isConflict(error: unknown, code: string): boolean {
  return error instanceof ApiProblem && error.code === code;
}

/** A refusal that sending again would not change, such as a text that is too long. */
function isFinal(error: unknown): boolean {
  return (
    error instanceof ApiProblem &&
    error.status >= 400 &&
    error.status < 500 &&
    error.status !== 401 &&
    error.status !== 429
  );
}

/**
 * Keeps a form's text on the server, one request after the other, without ever overwriting what another
 * window or device has written since. The copy in this browser comes first; this is the second one.
 */
export function openKeeper({ place, mark, onOffer, onKept }: KeeperOptions): DraftKeeper {
  const params = { path: { place } };
  let version = 0;
  let kept: DraftText | null = null;
  let wanted: DraftText | null = null;
  let state: 'open' | 'asking' | 'closed' = 'open';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let line: Promise<void> = Promise.resolve();

  const inLine = (work: () => Promise<void>): Promise<void> => {
    line = line.then(work).catch(() => undefined);
    return line;
  };
  const know = (draft: ServerDraft | null) => {
    version = draft?.version ?? 0;
    kept = draft;
    if (draft) storage.write(mark, String(draft.version));
    else storage.remove(mark);
    onKept(draft !== null);
  };
  const present = async () => (await unwrap(client.GET('/me/drafts/{place}', { params }))).draft;

  const begin = async () => {
    const draft = await present();
    if (!draft) return know(null);
    // Grown from what the server has, or the same: then this browser's copy is the newer one.
    const ours = storage.read(mark) === String(draft.version) && wanted !== null;
    if (ours || (wanted && sameText(wanted, draft))) return know(draft);
    state = 'asking';
    onOffer(draft);
  };

  const later = (delay: number) => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void inLine(send);
    }, delay);
  };
  const collide = async () => {
    const draft = await present();
    if (!draft) {
      know(null);
      return later(0);
    }
    state = 'asking';
    onOffer(draft);
  };
  const send = async () => {
    if (state !== 'open') return;
    const text = wanted;
    if (text === null) return version > 0 ? forget() : undefined;
    if (kept && sameText(text, kept)) return;
    try {
      know(await unwrap(client.PUT('/me/drafts/{place}', { params, body: { ...text, version } })));
    } catch (error) {
      onKept(false);
      if (isConflict(error, 'draft-conflict') || isConflict(error, 'draft-gone')) await collide();
      else if (!isFinal(error)) later(patience);
    }
  };
  const forget = async () => {
    await unwrap(client.DELETE('/me/drafts/{place}', { params }));
    know(null);
  };

  void inLine(begin);
  return {
    note: (text) => {
      wanted = text;
      later(pause);
    },
    settle: (seen) => {
      know(seen);
      state = 'open';
      later(0);
    },
    discard: () => {
      clearTimeout(timer);
      timer = undefined;
      wanted = null;
      return inLine(async () => {
        if (version > 0) await forget();
      });
    },
    close: () => {
      clearTimeout(timer);
      void inLine(send).then(() => {
        state = 'closed';
      });
    },
  };
}
