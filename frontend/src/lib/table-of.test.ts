import { describe, expect, it } from 'vitest';
import { tableOf } from './table-of';

describe('rows of a spreadsheet', () => {
  it('become a table with the first one as its head', () => {
    expect(tableOf('Day\tLevel\r\nMonday\t2 | 3\r\nTuesday\t\r\n')).toBe(
      '| Day | Level |\n| --- | --- |\n| Monday | 2 \\| 3 |\n| Tuesday |  |',
    );
  });

  it.each([
    ['a line', 'a\tb'],
    ['words', 'one\ntwo'],
    ['rows of different lengths', 'a\tb\nc'],
    ['indented code', '\t\tif x {\n\t\t}'],
  ])('are not seen in %s', (_name, text) => {
    expect(tableOf(text)).toBeNull();
  });
});
