import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Draft, type Fields, useDraft } from '@/lib/draft';
import type { DraftKeeper } from './draft-keeper';
import type { DraftText, ServerDraft } from './drafts';

export interface KeptDraft<T extends Fields> extends Draft<T> {
  /** What another window or device has written here, until the writer decides. */
  offer: ServerDraft | null;
  /** The other text takes the place of what is in the form. */
  take: () => void;
  /** What is in the form stays, and takes the place of the other text. */
  keep: () => void;
  /** The form is as it was at the beginning. */
  blank: boolean;
  /** The server has a copy, so that other devices find it too. */
  kept: boolean;
}

function toText(fields: Fields): DraftText {
  const words = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  return {
    title: words('title'),
    body: words('body'),
    answer: words('answer'),
    tags: Array.isArray(fields.tags) ? fields.tags : [],
    space: words('space'),
    summary: words('summary'),
    base: Number(words('version')) || 0,
  };
}

function fromText<T extends Fields>(text: DraftText, initial: T): Partial<T> {
  const all: Record<string, unknown> = { ...text, version: String(text.base ?? 0) };
  const entries = Object.keys(initial).map((name) => [name, all[name] ?? initial[name]]);
  return Object.fromEntries(entries) as Partial<T>;
}

/**
 * A form's fields, kept in this browser at once and on the server soon after, so that another device can
 * go on with them. `place` names the form for the server; without one only this browser keeps it.
 */
export function useKeptDraft<T extends Fields>(
  place: string | null,
  key: string,
  initial: T,
): KeptDraft<T> {
  const draft = useDraft(key, initial);
  const { value, change } = draft;
  const [begin] = useState(initial);
  const [offer, setOffer] = useState<ServerDraft | null>(null);
  const [kept, setKept] = useState(false);
  const keeper = useRef<Promise<DraftKeeper> | null>(null);
  const blank = useMemo(() => JSON.stringify(value) === JSON.stringify(begin), [value, begin]);

  useEffect(() => {
    if (place === null) return undefined;
    const opened = import('./draft-keeper').then(({ openKeeper }) =>
      openKeeper({
        place,
        mark: `wellspring.draft-version.${key}`,
        onOffer: setOffer,
        onKept: setKept,
      }),
    );
    keeper.current = opened;
    return () => {
      keeper.current = null;
      void opened.then((one) => one.close());
    };
  }, [place, key]);

  useEffect(() => {
    void keeper.current?.then((one) => one.note(blank ? null : toText(value)));
  }, [value, blank]);

  const decide = (seen: ServerDraft) => {
    setOffer(null);
    void keeper.current?.then((one) => one.settle(seen));
  };
  const clearLocal = draft.clear;
  const clear = useCallback(() => {
    clearLocal();
    setOffer(null);
    void keeper.current?.then((one) => one.discard());
  }, [clearLocal]);
  return {
    ...draft,
    clear,
    offer,
    take: () => {
      if (!offer) return;
      change(fromText(offer, begin));
      decide(offer);
    },
    keep: () => offer && decide(offer),
    blank,
    kept,
  };
}
