/** What a key can do. Its words stand in features/keys, one for each. */
export type Deed = (typeof keyTable)[number]['does'];

/**
 * Every key that the page listens to, in the order of the sheet that shows them. The same rows are bound, shown
 * and offered as commands, so that none of them can be wrong about the others.
 */
export const keyTable = [
  { keys: 'j', group: 'list', does: 'next' },
  { keys: 'k', group: 'list', does: 'previous' },
  { keys: 'o', group: 'list', does: 'open' },
  { keys: 'n', group: 'list', does: 'nextPage' },
  { keys: 'p', group: 'list', does: 'previousPage' },
  { keys: 'u', group: 'post', does: 'voteUp' },
  { keys: 'd', group: 'post', does: 'voteDown' },
  { keys: 'v', group: 'post', does: 'accept' },
  { keys: 's', group: 'post', does: 'save' },
  { keys: 'f', group: 'post', does: 'follow' },
  { keys: 'c', group: 'post', does: 'comment' },
  { keys: 'e', group: 'post', does: 'edit' },
  { keys: 'l', group: 'post', does: 'share' },
  { keys: 'h', group: 'post', does: 'history' },
  { keys: 'x', group: 'post', does: 'remove' },
  { keys: 'a', group: 'post', does: 'answer' },
  { keys: 'a', group: 'review', does: 'reviewApprove' },
  { keys: 'r', group: 'review', does: 'reviewDecline' },
  { keys: 'h', group: 'review', does: 'reviewHelpful' },
  { keys: 'd', group: 'review', does: 'reviewDelete' },
  { keys: 'f', group: 'review', does: 'reviewFlag' },
  { keys: 'c', group: 'review', does: 'reviewClose' },
  { keys: 'l', group: 'review', does: 'reviewLeave' },
  { keys: 's', group: 'review', does: 'reviewSkip' },
  { keys: 'n', group: 'review', does: 'reviewNext' },
  { keys: 'g q', group: 'go', does: 'goQuestions' },
  { keys: 'g t', group: 'go', does: 'goTags' },
  { keys: 'g p', group: 'go', does: 'goPeople' },
  { keys: 'g l', group: 'go', does: 'goLeaderboard' },
  { keys: 'g i', group: 'go', does: 'goInbox' },
  { keys: 'g s', group: 'go', does: 'goSaved' },
  { keys: 'q', group: 'everywhere', does: 'ask' },
  { keys: '/', group: 'everywhere', does: 'search' },
  { keys: '?', group: 'everywhere', does: 'help' },
] as const;

/** What was typed, on this page: where something is reviewed the keys of reviews go before all others. */
export function rowOf(typed: string): (typeof keyTable)[number] | undefined {
  const reviews = document.querySelector('main [data-review]') !== null;
  const rows = keyTable.filter(({ keys }) => keys === typed);
  return (
    (reviews && rows.find(({ group }) => group === 'review')) ||
    rows.find(({ group }) => group !== 'review')
  );
}

/** Posts on a page, or rows of a list: what one walks through. */
function items(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('main :is([data-post], [data-row])')];
}

/** The item that has or holds the focus, or another element. */
export function focusedItem(focus = document.activeElement): HTMLElement | undefined {
  return items().find((item) => item.contains(focus));
}

/** Moves the focus to the item before or after; into a row's link, which Enter opens. */
export function walk(by: 1 | -1): void {
  const all = items();
  const from = all.findIndex((item) => item.contains(document.activeElement));
  const to = all[Math.min(Math.max(from + by, 0), all.length - 1)];
  (to?.matches('[data-row]') ? to.querySelector('a') : to)?.focus();
}

/** Opens the row that was walked to. */
export function openItem(): void {
  const row = focusedItem();
  if (row?.matches('[data-row]')) row.querySelector('a')?.click();
}

/** The control of a post that does what the key does: of the one walked to, else of the first. */
export function controlFor(key: string, item = focusedItem()): HTMLElement | null {
  const post = item ?? items()[0];
  return post?.querySelector<HTMLElement>(`[data-key="${key}"]`) ?? null;
}

/** Opens the form for an answer, or goes to it where it is open. */
export function beginAnswer(): void {
  const form = document.querySelector('main [data-key="a"]');
  const field = form?.querySelector<HTMLElement>('[role="textbox"], textarea');
  if (field) field.focus();
  else form?.querySelector('button')?.click();
}

export function turnPage(to: 'next' | 'prev'): void {
  document.querySelector<HTMLElement>(`main a[rel="${to}"]`)?.click();
}
