import { syntaxTree } from '@codemirror/language';
import type { EditorState, Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tableOf } from '@/lib/table-of';

// What only looks different, such as coloured code, is pasted as the words it is.
const meaning =
  /<(?:a\s[^>]*href|table|ul|ol|h[1-6]|strong|b|em|i|code|pre|blockquote|del|s)[\s>]/i;

/** Pastes rich text and spreadsheets as Markdown, but code as it is. */
export const pasteAsMarkdown: Extension = EditorView.domEventHandlers({
  paste: (event, view) => {
    const { clipboardData } = event;
    if (!clipboardData || inCode(view.state)) return false;
    const plain = clipboardData.getData('text/plain');
    const html = clipboardData.getData('text/html');
    if (html && meaning.test(html)) {
      event.preventDefault();
      void import('./paste-markdown').then(
        ({ markdownOfHTML }) => insert(view, markdownOfHTML(html) || plain),
        () => insert(view, plain),
      );
      return true;
    }
    const table = tableOf(plain);
    if (!table) return false;
    event.preventDefault();
    insert(view, table);
    return true;
  },
});

function inCode(state: EditorState): boolean {
  let node = syntaxTree(state).resolveInner(state.selection.main.head, -1);
  for (;;) {
    if (/Code/.test(node.name)) return true;
    if (!node.parent) return false;
    node = node.parent;
  }
}

/** A table or another block begins on a line of its own. */
function insert(view: EditorView, text: string): void {
  const { state } = view;
  const { from } = state.selection.main;
  const line = state.doc.lineAt(from);
  const isBlock = /^(?:[|#>-]|\d+\.|```)/.test(text) && text.includes('\n');
  const before = isBlock && line.text.slice(0, from - line.from).trim() ? '\n\n' : '';
  view.dispatch(
    state.update(state.replaceSelection(before + text), {
      scrollIntoView: true,
      userEvent: 'input.paste',
    }),
  );
}
