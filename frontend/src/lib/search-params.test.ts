import { describe, expect, it } from 'vitest';
import { oneOf, pageNumber, text, texts } from './search-params';

describe('an address typed by anyone', () => {
  it('gives only the values that exist', () => {
    expect(oneOf('votes', ['newest', 'votes'])).toBe('votes');
    expect(oneOf('<script>', ['newest', 'votes'])).toBeUndefined();
  });

  it.each([
    ['2', 2],
    [7, 7],
    ['1', undefined],
    ['-3', undefined],
    ['1.5', undefined],
    ['x', undefined],
    [undefined, undefined],
  ])('with page %j means page %j', (value, page) => {
    expect(pageNumber(value)).toBe(page);
  });

  it('may hold one tag or several, and numbers are texts', () => {
    expect(texts('go')).toEqual(['go']);
    expect(texts(['go', '', 'sap'])).toEqual(['go', 'sap']);
    expect(texts(undefined)).toBeUndefined();
    expect(text(2025)).toBe('2025');
  });
});
