import { expect, it } from 'vitest';
import { asMarkdown, escaped, markdownLink } from './as-markdown';

const origin = 'https://ask.example.org';

it('puts the title above and the source below the text', () => {
  const text = asMarkdown(
    { title: 'Why *two* [channels]?', body: 'Because **one** blocks.\n', source: 'Source: here' },
    origin,
  );
  expect(text).toBe('# Why \\*two\\* \\[channels\\]?\n\nBecause **one** blocks.\n\nSource: here\n');
});

it('leaves no gap where a question has no text', () => {
  expect(asMarkdown({ title: 'Quick', body: '  ', source: 'S' }, origin)).toBe('# Quick\n\nS\n');
});

it('completes our own addresses, in links, images and references, and no others', () => {
  const body = [
    'See [this](/questions/7) and ![a chart](/uploads/1.png), not [that](//cdn.example/x).',
    '[there](https://example.org/a) stays.',
    '[ref]: /tags/go',
  ].join('\n');
  expect(asMarkdown({ title: 'T', body, source: 'S' }, origin)).toBe(
    [
      '# T',
      '',
      `See [this](${origin}/questions/7) and ![a chart](${origin}/uploads/1.png), not [that](//cdn.example/x).`,
      '[there](https://example.org/a) stays.',
      `[ref]: ${origin}/tags/go`,
      '',
      'S',
      '',
    ].join('\n'),
  );
});

it('changes nothing that is code', () => {
  const body = 'Write `[x](/y)` so:\n\n```md\n[x](/y)\n~~~\n[x](/y)\n```\n\n[x](/y)';
  expect(asMarkdown({ title: 'T', body, source: 'S' }, origin)).toContain(
    'Write `[x](/y)` so:\n\n```md\n[x](/y)\n~~~\n[x](/y)\n```\n\n[x](https://ask.example.org/y)',
  );
});

it('keeps titles from becoming Markdown in a link', () => {
  expect(markdownLink('a](b) `c`', 'https://x.example/q/1')).toBe(
    '[a\\](b) \\`c\\`](https://x.example/q/1)',
  );
  expect(escaped('#1 <b> a_b|c~d\\')).toBe('\\#1 \\<b\\> a\\_b\\|c\\~d\\\\');
});
