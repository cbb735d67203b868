import { useCallback, useRef } from 'react';
import { idempotencyKey } from './client';

type Key = ReturnType<typeof idempotencyKey>;

/**
 * The key that a creation is sent with: the same for the same text, however often it is sent, so that
 * a lost reply and a second press create nothing twice; another one for another text.
 */
export function useCreationKey(): (body: unknown) => Key {
  const last = useRef<{ text: string; key: Key } | null>(null);
  return useCallback((body) => {
    const text = JSON.stringify(body);
    if (last.current?.text !== text) last.current = { text, key: idempotencyKey() };
    return last.current.key;
  }, []);
}
