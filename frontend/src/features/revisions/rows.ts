import { diffArrays, diffWordsWithSpace } from 'diff';

/** A piece of a line; `changed` pieces exist on one side only. */
export interface Piece {
  text: string;
  changed: boolean;
}

/** A line of the comparison: on both sides, or null where a side has no such line. */
export interface Row {
  same: boolean;
  before: Piece[] | null;
  after: Piece[] | null;
}

const whole = (text: string): Piece[] => [{ text, changed: false }];

/** The words of two lines side by side; two lines that share almost nothing are wholly changed. */
export function compareWords(before: string, after: string): Row {
  const parts = diffWordsWithSpace(before, after);
  const kept = parts
    .filter((part) => !(part.added || part.removed))
    .reduce((sum, part) => sum + part.value.trim().length, 0);
  if (kept * 4 < Math.max(before.length, after.length)) {
    return { same: false, before: whole(before), after: whole(after) };
  }
  const side = (other: 'added' | 'removed'): Piece[] =>
    parts
      .filter((part) => !part[other])
      .map((part) => ({ text: part.value, changed: part.added || part.removed }));
  return { same: false, before: side('added'), after: side('removed') };
}

function pairs(removed: string[], added: string[]): Row[] {
  return Array.from({ length: Math.max(removed.length, added.length) }, (_, index) => {
    const before = removed[index];
    const after = added[index];
    if (before !== undefined && after !== undefined) return compareWords(before, after);
    return {
      same: false,
      before: before === undefined ? null : whole(before),
      after: after === undefined ? null : whole(after),
    };
  });
}

/** Compares two texts line by line, and lines that were changed word by word. */
export function compareTexts(before: string, after: string): Row[] {
  const parts = diffArrays(before.split('\n'), after.split('\n'));
  const rows: Row[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    const next = parts[index + 1];
    if (!part) continue;
    if (part.removed && next?.added) {
      rows.push(...pairs(part.value, next.value));
      index += 1;
    } else if (part.removed) rows.push(...pairs(part.value, []));
    else if (part.added) rows.push(...pairs([], part.value));
    else
      rows.push(
        ...part.value.map((text) => ({ same: true, before: whole(text), after: whole(text) })),
      );
  }
  return rows;
}

/** A run of rows: shown, or folded away because nothing changed in it or near it. */
export interface Run {
  folded: boolean;
  rows: Row[];
}

const context = 3;

/** Folds away what is far from every change; a fold of one or two lines would not be worth its line. */
export function foldRows(rows: Row[]): Run[] {
  const near = rows.map((_, index) =>
    rows.slice(Math.max(0, index - context), index + context + 1).some((row) => !row.same),
  );
  const runs: Run[] = [];
  rows.forEach((row, index) => {
    const folded = !near[index];
    const last = runs.at(-1);
    if (last?.folded === folded) last.rows.push(row);
    else runs.push({ folded, rows: [row] });
  });
  return runs.map((run) => (run.folded && run.rows.length < 3 ? { ...run, folded: false } : run));
}
