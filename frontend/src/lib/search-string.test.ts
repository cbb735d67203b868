import { expect, it } from 'vitest';
import { parseSearch, stringifySearch } from './search-string';

it('writes addresses that a person can read and share', () => {
  expect(stringifySearch({ view: 'votes', tag: ['go', 'sap'], page: 2 })).toBe(
    '?view=votes&tag=go&tag=sap&page=2',
  );
  expect(stringifySearch({ view: undefined, q: '' })).toBe('');
});

it('reads back what people typed, quotes and numbers included', () => {
  const search = { q: '"exact phrase" score:3', tag: ['a', 'b'], year: '2025' };
  expect(parseSearch(stringifySearch(search))).toEqual(search);
});
