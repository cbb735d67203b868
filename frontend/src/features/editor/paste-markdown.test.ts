import { describe, expect, it } from 'vitest';
import { markdownOfHTML } from './paste-markdown';

describe('rich text', () => {
  it.each([
    [
      'emphasis and links',
      '<p>See <b>the</b> <a href="https://example.org/a">page</a>.</p>',
      'See **the** [page](https://example.org/a).',
    ],
    [
      'headings and lists',
      '<h2>Steps</h2><ul><li>one</li><li>two</li></ul>',
      '## Steps\n\n-   one\n-   two',
    ],
    ['code', '<pre><code class="language-go">x := 1\n</code></pre>', '```go\nx := 1\n```'],
    [
      'what Google copies',
      '<b style="font-weight:normal;" id="docs"><p>plain <b>bold</b></p></b>',
      'plain **bold**',
    ],
    [
      'a spreadsheet',
      '<table><tr><td>Day</td><td>Level</td></tr><tr><td>Monday</td><td>2\n3</td></tr></table>',
      '| Day | Level |\n| --- | --- |\n| Monday | 2 3 |',
    ],
    [
      'a picture of elsewhere',
      '<p><img src="https://example.org/x.png" alt="A gate"></p>',
      '[A gate](https://example.org/x.png)',
    ],
    ['what could run', '<p>a<script>alert(1)</script></p><style>p{}</style>', 'a'],
  ])('becomes Markdown: %s', (_name, html, markdown) => {
    expect(markdownOfHTML(html)).toBe(markdown);
  });
});
