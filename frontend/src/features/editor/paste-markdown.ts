import { gfm } from '@joplin/turndown-plugin-gfm';
import Turndown from 'turndown';

const turndown = new Turndown({
  headingStyle: 'atx',
  hr: '---',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '*',
});
turndown.use(gfm);
turndown.remove(['script', 'style', 'title', 'meta', 'link', 'noscript', 'iframe']);
// What a page elsewhere shows would be fetched from there by every reader.
turndown.addRule('pictures', {
  filter: 'img',
  replacement: (_content, node) => {
    const { alt = '', src = '' } = node as HTMLImageElement;
    return src.startsWith('http') ? `[${alt.trim() || src}](${src})` : alt;
  },
});

/** Rich text, as other programs copy it, as Markdown. */
export function markdownOfHTML(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  unwrapOffice(body);
  for (const table of body.querySelectorAll('table')) giveHead(table);
  return turndown.turndown(body).trim();
}

/** Google wraps all it copies in a <b> that is not bold, and Word its paragraphs in elements of its own. */
function unwrapOffice(body: HTMLElement): void {
  for (const element of body.querySelectorAll('b[style*="font-weight:normal"], o\\:p')) {
    element.replaceWith(...element.childNodes);
  }
}

/** A spreadsheet has no head, and Markdown no table without one: the first row becomes it. */
function giveHead(table: HTMLTableElement): void {
  for (const cell of table.querySelectorAll('td, th')) {
    // What is written below one another in a cell stands side by side in a line.
    cell.textContent = (cell.textContent ?? '').replace(/\s+/g, ' ').trim();
  }
  if (table.querySelector('th')) return;
  for (const cell of table.rows[0]?.cells ?? []) {
    const head = document.createElement('th');
    head.textContent = cell.textContent;
    cell.replaceWith(head);
  }
}
