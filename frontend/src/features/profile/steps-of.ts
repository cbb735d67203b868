interface Entry {
  at: string;
  amount: number;
  total: number;
}

/**
 * The path of a ledger as steps: reputation stays as it is until an entry changes it, so a smooth
 * line would show values that never were. Entries come newest first; y grows downwards in SVG.
 */
export function stepsOf(entries: Entry[], width: number, height: number): string {
  const ordered = entries.toReversed();
  const first = ordered.at(0);
  const last = ordered.at(-1);
  if (!first || !last) return '';
  const begin = Date.parse(first.at);
  const span = Date.parse(last.at) - begin || 1;
  const before = first.total - first.amount;
  const totals = [before, ...ordered.map(({ total }) => total)];
  const low = Math.min(...totals);
  const range = Math.max(...totals) - low || 1;
  // Half a line's width of room, so that the extremes are not cut off.
  const y = (total: number) => (height - 2 - ((total - low) / range) * (height - 4)).toFixed(1);
  const x = (at: string) => (((Date.parse(at) - begin) / span) * width).toFixed(1);
  return `M0 ${y(before)}${ordered.map(({ at, total }) => `H${x(at)}V${y(total)}`).join('')}`;
}
