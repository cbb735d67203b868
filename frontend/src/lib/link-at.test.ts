import { describe, expect, it } from 'vitest';
import { linkAt, tagAt } from './link-at';

describe('a tag that is being written', () => {
  it.each([
    ['see #post', 4, 'post'],
    ['#c++', 0, 'c++'],
    ['(#go', 1, 'go'],
  ])('is found in %s', (text, from, beginning) => {
    expect(tagAt(text, text.length)).toEqual({ from, beginning });
  });

  it.each(['# Heading', '## He', 'https://example.org/#part', 'a#b', '#', 'see #post '])(
    'is not found in %s',
    (text) => {
      expect(tagAt(text, text.length)).toBeNull();
    },
  );
});

describe('a link that is being written', () => {
  it('is found after two brackets', () => {
    expect(linkAt('as in [[close a ch', 18)).toEqual({ from: 6, beginning: 'close a ch' });
  });

  it.each(['[close a', '[[', '[[a', '[[done]] and', '[x](y) [z'])('is not found in %s', (text) => {
    expect(linkAt(text, text.length)).toBeNull();
  });
});
