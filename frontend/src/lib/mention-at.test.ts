import { expect, it } from 'vitest';
import { mentionAt } from './mention-at';

it.each([
  ['@', 0, ''],
  ['Ask @ad', 4, 'ad'],
  ['(@jör', 1, 'jör'],
  ['one\n@ada-l', 4, 'ada-l'],
])('finds what is begun in %j', (text, from, beginning) => {
  expect(mentionAt(text, text.length)).toEqual({ from, beginning });
});

it.each(['ada@example', 'path/@ada', '@ada ', '@@', 'no'])('finds none in %j', (text) => {
  expect(mentionAt(text, text.length)).toBeNull();
});

it('looks only at what stands before the caret', () => {
  expect(mentionAt('@ada and more', 3)).toEqual({ from: 0, beginning: 'ad' });
});
