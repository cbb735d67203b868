import { useHotkeys } from '@mantine/hooks';

/** The post that has or holds the focus; the question where none does. */
function current(posts: HTMLElement[]): number {
  return posts.findIndex((post) => post.contains(document.activeElement));
}

function posts(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('main article[data-post]')];
}

function step(by: 1 | -1): void {
  const all = posts();
  all[Math.min(Math.max(current(all) + by, 0), all.length - 1)]?.focus();
}

/** Presses what the current post marks with this key. */
function press(key: string): void {
  const all = posts();
  all[Math.max(current(all), 0)]?.querySelector<HTMLElement>(`[data-key="${key}"]`)?.click();
}

interface PostKeys {
  enabled: boolean;
  onAnswer: () => void;
  onHelp: () => void;
}

/**
 * j and k walk from post to post; u and d vote, c comments, e edits, s saves the current one; a answers. What a
 * key does is what the control with that data-key does, so that a key can never do more than a press.
 */
export function usePostKeys({ enabled, onAnswer, onHelp }: PostKeys): void {
  const alone = (run: () => void) => () => {
    if (!document.querySelector('[role="dialog"]')) run();
  };
  const keys: [string, () => void][] = [
    ['j', alone(() => step(1))],
    ['k', alone(() => step(-1))],
    ['u', alone(() => press('u'))],
    ['d', alone(() => press('d'))],
    ['c', alone(() => press('c'))],
    ['e', alone(() => press('e'))],
    ['s', alone(() => press('s'))],
    ['a', alone(onAnswer)],
    ['shift+?', alone(onHelp)],
    ['?', alone(onHelp)],
  ];
  // Keys that are switched off are the browser's again.
  useHotkeys(enabled ? keys : []);
}
