import { useCallback, useEffect, useRef, useState } from 'react';
import { storage } from './storage';

const prefix = 'wellspring.draft.';
const delay = 400;

type Field = string | string[];
export type Fields = Record<string, Field>;

export interface Draft<T extends Fields> {
  value: T;
  change: (part: Partial<T>) => void;
  /** Forgets what was kept and returns to the beginning: after sending, or when the writer gives it up. */
  clear: () => void;
  /** What stands in the form is saved: from now on it is the beginning, and nothing needs keeping. */
  settle: () => void;
  /** Something was kept from an earlier visit, and nobody has cleared it since. */
  restored: boolean;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** What is stored may come from another release of the program: only fields of the right kind count. */
function fitting<T extends Fields>(initial: T, stored: unknown): T {
  if (typeof stored !== 'object' || stored === null) return initial;
  const entries = Object.entries(initial).map(([name, fallback]) => {
    const value: unknown = Reflect.get(stored, name);
    const fits = Array.isArray(fallback) ? isTexts(value) : typeof value === 'string';
    return [name, fits ? value : fallback];
  });
  return Object.fromEntries(entries) as T;
}

function load<T extends Fields>(key: string, initial: T): T | null {
  const text = storage.read(prefix + key);
  if (text === null) return null;
  try {
    return fitting(initial, JSON.parse(text));
  } catch {
    return null;
  }
}

function isSame(one: Fields, other: Fields): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Forgets what is kept under this key. */
export function forgetDraft(key: string): void {
  storage.remove(prefix + key);
}

/** Whether something is kept under this key. */
export function hasDraft(key: string): boolean {
  return storage.read(prefix + key) !== null;
}

/**
 * A form's fields, kept in this browser while one types, so that nothing typed is ever lost. The key
 * names the person too: two people may share a computer. A new key needs a new component (React key).
 */
export function useDraft<T extends Fields>(key: string, initial: T): Draft<T> {
  const [begin, setBegin] = useState(initial);
  const [kept] = useState(() => load(key, begin));
  const [value, setValue] = useState<T>(kept ?? begin);
  const [restored, setRestored] = useState(kept !== null && !isSame(kept, begin));
  const latest = useRef(value);

  const save = useCallback(() => {
    if (isSame(latest.current, begin)) storage.remove(prefix + key);
    else storage.write(prefix + key, JSON.stringify(latest.current));
  }, [key, begin]);

  const change = useCallback((part: Partial<T>) => {
    latest.current = { ...latest.current, ...part };
    setValue(latest.current);
  }, []);

  const clear = useCallback(() => {
    latest.current = begin;
    setValue(begin);
    setRestored(false);
    save();
  }, [begin, save]);

  const settle = useCallback(() => {
    setBegin(latest.current);
    setRestored(false);
    storage.remove(prefix + key);
  }, [key]);

  useEffect(() => {
    if (value !== latest.current) return undefined;
    const timer = setTimeout(save, delay);
    return () => clearTimeout(timer);
  }, [value, save]);

  // Leaving the page within the delay must lose nothing either.
  useEffect(() => {
    window.addEventListener('pagehide', save);
    return () => {
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [save]);

  return { value, change, clear, settle, restored };
}
