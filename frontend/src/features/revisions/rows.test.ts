import { describe, expect, it } from 'vitest';
import { compareTexts, compareWords, foldRows, type Piece } from './rows';

const text = (pieces: Piece[] | null) => pieces?.map((piece) => piece.text).join('') ?? null;
const marked = (pieces: Piece[] | null) =>
  pieces?.filter((piece) => piece.changed).map((piece) => piece.text) ?? null;

describe('two versions of a text', () => {
  it('are compared by line, and changed lines by word', () => {
    const [first, second] = compareTexts(
      'The same line\nIt takes 180 ms.',
      'The same line\nIt takes 7 s.',
    );
    expect(first?.same).toBe(true);
    expect(marked(second?.before ?? null)).toEqual(['180', 'ms']);
    expect(marked(second?.after ?? null)).toEqual(['7', 's']);
  });

  it('show a line that exists on one side only beside nothing', () => {
    const rows = compareTexts('a\nb', 'a\nb\nc');
    expect(rows.at(-1)).toEqual({
      same: false,
      before: null,
      after: [{ text: 'c', changed: false }],
    });
  });

  it.each([
    ['', ''],
    ['', 'one\n\ntwo'],
    ['one\ntwo\n', ''],
    ['a  b\n\n- c', '- c\na b\n\n'],
    ['ä ß 🎉', 'ä ß 🎈'],
  ])('can be put together again from the comparison: %j, %j', (before, after) => {
    const rows = compareTexts(before, after);
    const side = (name: 'before' | 'after') =>
      rows
        .map((row) => text(row[name]))
        .filter((line) => line !== null)
        .join('\n');
    expect(side('before')).toBe(before);
    expect(side('after')).toBe(after);
  });

  it('do not share single letters when they share no sense', () => {
    const row = compareWords('a quite different sentence', 'something else altogether a');
    expect(marked(row.before)).toEqual([]);
  });
});

describe('folding', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}`);

  it('keeps three lines around a change', () => {
    const before = lines(21).join('\n');
    const after = before.replace('line 10', 'line ten');
    const runs = foldRows(compareTexts(before, after));
    expect(runs.map((run) => [run.folded, run.rows.length])).toEqual([
      [true, 7],
      [false, 7],
      [true, 7],
    ]);
  });

  it('does not fold what is short', () => {
    const before = lines(5).join('\n');
    const runs = foldRows(compareTexts(before, before.replace('line 4', 'x')));
    expect(runs.every((run) => !run.folded)).toBe(true);
  });
});
