import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import {
  beginAnswer,
  controlFor,
  type Deed,
  keyTable,
  openItem,
  rowOf,
  turnPage,
  walk,
} from '@/lib/keys';

/** How long the second key of two may take, in milliseconds. */
const patience = 1500;

interface Frame {
  search: () => void;
  help: () => void;
}

/**
 * Single keys act on the page while nobody is typing and no dialog is open. What a key does to a post is what the control
 * marked with it does, so that a key can never do more than a press.
 */
export function useSingleKeys(enabled: boolean, frame: Frame): void {
  const deeds = useDeeds(frame);
  const run = useEffectEvent((does: Deed, key: string) => {
    const special = deeds[does];
    if (special) special();
    else controlFor(key)?.click();
  });
  useEffect(() => {
    if (!enabled) return;
    let first = '';
    let until = 0;
    const listen = (event: KeyboardEvent) => {
      const key = typedKey(event);
      if (key === null) return;
      const typed = event.timeStamp < until ? `${first} ${key}` : key;
      const row = rowOf(typed);
      first = key;
      until = row || !begins(key) ? 0 : event.timeStamp + patience;
      if (!row) return;
      event.preventDefault();
      // A key that is held down walks on, but votes once.
      if (!event.repeat || row.does === 'next' || row.does === 'previous') run(row.does, row.keys);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [enabled]);
}

/** Those that are no control of a post. */
function useDeeds({ search, help }: Frame): Partial<Record<Deed, () => void>> {
  const navigate = useNavigate();
  return {
    next: () => walk(1),
    previous: () => walk(-1),
    open: openItem,
    nextPage: () => turnPage('next'),
    previousPage: () => turnPage('prev'),
    answer: beginAnswer,
    goQuestions: () => void navigate({ to: '/questions' }),
    goTags: () => void navigate({ to: '/tags' }),
    goPeople: () => void navigate({ to: '/people' }),
    goLeaderboard: () => void navigate({ to: '/leaderboard' }),
    goInbox: () => void navigate({ to: '/inbox' }),
    goSaved: () => void navigate({ to: '/saves' }),
    ask: () => void navigate({ to: '/questions/ask' }),
    search,
    help,
  };
}

function begins(key: string): boolean {
  return keyTable.some(({ keys }) => keys.startsWith(`${key} `));
}

/** The key, or null where it is meant for something else: a field, a dialog, the browser. */
function typedKey(event: KeyboardEvent): string | null {
  const { target, key } = event;
  if (event.defaultPrevented || event.isComposing) return null;
  if (event.ctrlKey || event.metaKey || event.altKey || key.length > 1) return null;
  if (target instanceof Element && target.closest('input, textarea, select, [contenteditable]'))
    return null;
  return document.querySelector('[role="dialog"], [role="menu"]') ? null : key;
}
