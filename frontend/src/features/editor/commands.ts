import {
  type ChangeSpec,
  EditorSelection,
  type EditorState,
  type TransactionSpec,
} from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

/** What a button of the toolbar does to the text. */
export type Command = (view: EditorView) => boolean;

/** Puts marks around each selection, or takes them away where they stand already. */
export function wrap(mark: string): Command {
  return (view) => {
    const { state } = view;
    const change = state.changeByRange((range) => {
      const { from, to } = range;
      const size = mark.length;
      const around =
        state.sliceDoc(from - size, from) === mark && state.sliceDoc(to, to + size) === mark;
      if (around) {
        return {
          changes: [
            { from: from - size, to: from },
            { from: to, to: to + size },
          ],
          range: EditorSelection.range(from - size, to - size),
        };
      }
      return {
        changes: [
          { from, insert: mark },
          { from: to, insert: mark },
        ],
        range: EditorSelection.range(from + size, to + size),
      };
    });
    return apply(view, change);
  };
}

/** Makes the selection the words of a link, and selects the address to be typed. */
export const insertLink: Command = (view) => {
  const { state } = view;
  const address = 'https://';
  const change = state.changeByRange(({ from, to }) => {
    const words = state.sliceDoc(from, to);
    const start = from + words.length + 3;
    return {
      changes: { from, to, insert: `[${words}](${address})` },
      range: words
        ? EditorSelection.range(start, start + address.length)
        : EditorSelection.cursor(from + 1),
    };
  });
  return apply(view, change);
};

/** Begins every selected line with a mark; where all have it, takes it away. */
export function prefixLines(mark: string | ((index: number) => string), pattern: RegExp): Command {
  return (view) => {
    const { state } = view;
    const lines = selectedLines(state);
    const marked = lines.every(({ text }) => pattern.test(text));
    const changes: ChangeSpec[] = lines.map(({ from, text }, index) => {
      const old = pattern.exec(text)?.[0].length ?? 0;
      const insert = typeof mark === 'string' ? mark : mark(index);
      return { from, to: from + old, insert: marked ? '' : insert };
    });
    return apply(view, { changes });
  };
}

/** None, then ##, then ###, then none: the title of a post is the first level already. */
export const cycleHeading: Command = (view) => {
  const [line] = selectedLines(view.state);
  if (!line) return false;
  const level = /^(#{1,6})\s/.exec(line.text)?.[1]?.length ?? 0;
  const next = level === 0 ? '## ' : level === 2 ? '### ' : '';
  const old = level === 0 ? 0 : level + 1;
  return apply(view, { changes: { from: line.from, to: line.from + old, insert: next } });
};

/** Fences the selected lines as code, or opens an empty block. */
export const insertCodeBlock: Command = (view) => {
  const lines = selectedLines(view.state);
  const from = lines.at(0)?.from ?? 0;
  const to = lines.at(-1)?.to ?? from;
  // A fence must be longer than any fence it holds.
  const held = view.state.sliceDoc(from, to).match(/^`{3,}/gm) ?? [];
  const fence = '`'.repeat(Math.max(2, ...held.map((run) => run.length)) + 1);
  const open = `${fence}\n`;
  return apply(view, {
    changes: [
      { from, insert: open },
      { from: to, insert: `\n${fence}` },
    ],
    selection: { anchor: from + open.length, head: to + open.length },
  });
};

/** Inserts text as a block of its own, with blank lines around where they are missing. */
export function insertBlock(text: string): Command {
  return (view) => {
    const { state } = view;
    const { to } = state.selection.main;
    const line = state.doc.lineAt(to);
    const before = line.text.trim() ? '\n\n' : '';
    const at = line.text.trim() ? line.to : line.from;
    return apply(view, {
      changes: { from: at, insert: `${before}${text}\n` },
      selection: { anchor: at + before.length + text.length },
    });
  };
}

/**
 * Puts a picture below the line of the cursor, as a block of its own, or a link to a file at the cursor. The focus stays where
 * it is, since a file may come late.
 */
export function insertAttached(markdown: string): Command {
  return (view) => {
    const { state } = view;
    const { head } = state.selection.main;
    const line = state.doc.lineAt(head);
    const isPicture = markdown.startsWith('!');
    const at = isPicture ? line.to : head;
    const isOpen = isPicture ? line.text.trim() !== '' : /\S$/.test(state.sliceDoc(line.from, at));
    const before = isOpen ? (isPicture ? '\n\n' : ' ') : '';
    const after = isPicture && !state.sliceDoc(at).startsWith('\n\n') ? '\n\n' : '';
    view.dispatch(
      state.update({
        changes: { from: at, insert: before + markdown + after },
        selection: { anchor: at + before.length + markdown.length + after.length },
        scrollIntoView: true,
        userEvent: 'input',
      }),
    );
    return true;
  };
}

/** Puts other words in the place of the first of these; the cursor stays where it is. */
export function replaceOnce(words: string, others: string): Command {
  return (view) => {
    const from = view.state.doc.toString().indexOf(words);
    if (from < 0) return false;
    view.dispatch({ changes: { from, to: from + words.length, insert: others } });
    return true;
  };
}

function selectedLines(state: EditorState) {
  const { from, to } = state.selection.main;
  const first = state.doc.lineAt(from).number;
  const last = state.doc.lineAt(to).number;
  return Array.from({ length: last - first + 1 }, (_, index) => state.doc.line(first + index));
}

function apply(view: EditorView, change: TransactionSpec): boolean {
  view.dispatch(view.state.update(change, { scrollIntoView: true, userEvent: 'input' }));
  view.focus();
  return true;
}
