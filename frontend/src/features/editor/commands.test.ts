import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { describe, expect, it } from 'vitest';
import {
  type Command,
  cycleHeading,
  insertAttached,
  insertBlock,
  insertCodeBlock,
  insertLink,
  prefixLines,
  wrap,
} from './commands';

/** Runs a command on a text whose selection stands between ‹ and ›, and writes the result the same way. */
function run(command: Command, marked: string): string {
  const from = marked.indexOf('‹');
  const to = marked.indexOf('›') - 1;
  const doc = marked.replace(/[‹›]/g, '');
  const view = new EditorView({
    state: EditorState.create({ doc, selection: { anchor: from, head: to } }),
  });
  command(view);
  const text = view.state.doc.toString();
  const { from: start, to: end } = view.state.selection.main;
  view.destroy();
  return `${text.slice(0, start)}‹${text.slice(start, end)}›${text.slice(end)}`;
}

describe('the toolbar', () => {
  it.each([
    ['bold', wrap('**'), 'a ‹word› here', 'a **‹word›** here'],
    ['bold again', wrap('**'), 'a **‹word›** here', 'a ‹word› here'],
    ['code without a selection', wrap('`'), 'a ‹›', 'a `‹›`'],
    ['a link of the selection', insertLink, 'see ‹the page›', 'see [the page](‹https://›)'],
    ['an empty link', insertLink, '‹›', '[‹›](https://)'],
    ['a heading', cycleHeading, 'Wo‹›rds', '## Wo‹›rds'],
    ['a smaller heading', cycleHeading, '## Wo‹›rds', '### Wo‹›rds'],
    ['no heading', cycleHeading, '### Wo‹›rds', 'Wo‹›rds'],
    ['a quote', prefixLines('> ', /^> ?/), '‹one\ntwo›', '> ‹one\n> two›'],
    ['no quote', prefixLines('> ', /^> ?/), '‹> one\n> two›', '‹one\ntwo›'],
    ['a code block', insertCodeBlock, '‹SELECT 1;›', '```\n‹SELECT 1;›\n```'],
    ['a code block of a fence', insertCodeBlock, '‹```\nx\n```›', '````\n‹```\nx\n```›\n````'],
    ['a picture in a word', insertAttached('![](/a)'), 'a wo‹›rd', 'a word\n\n![](/a)\n\n‹›'],
    ['a picture above words', insertAttached('![](/a)'), '‹›\n\nwords', '![](/a)‹›\n\nwords'],
    ['a file behind a word', insertAttached('[a](/a)'), 'see‹› here', 'see [a](/a)‹› here'],
    ['a block after a line', insertBlock('| a |'), 'text‹›', 'text\n\n| a |‹›\n'],
    ['a block on an empty line', insertBlock('| a |'), '‹›', '| a |‹›\n'],
  ])('makes %s', (_name, command, before, after) => {
    expect(run(command, before)).toBe(after);
  });

  it('numbers the lines of a list', () => {
    const numbered = prefixLines((index) => `${index + 1}. `, /^\d+\. /);
    expect(run(numbered, '‹a\nb\nc›')).toBe('1. ‹a\n2. b\n3. c›');
  });
});
