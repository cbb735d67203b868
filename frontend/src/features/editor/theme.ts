import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

// CodeMirror's own styles belong to no cascade layer and win over ours, hence a theme of its kind.
// It speaks of our tokens, so that dark and high contrast need nothing more.
export const editorTheme = EditorView.theme({
  '&': { color: 'var(--text)', fontSize: '15px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: '1.65' },
  '.cm-content': {
    padding: '12px 0',
    minHeight: 'var(--editor-height)',
    caretColor: 'var(--text)',
  },
  '.cm-line': { padding: '0 14px', overflowWrap: 'anywhere' },
  '.cm-placeholder': { color: 'var(--muted)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
});

const code = {
  fontFamily: 'var(--font-code)',
  fontSize: '0.9em',
  fontVariantLigatures: 'none',
};

export const markdownColours = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '650' },
  { tag: tags.strong, fontWeight: '650' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: tags.monospace, ...code },
  { tag: [tags.link, tags.url], color: 'var(--accent)' },
  { tag: [tags.quote, tags.processingInstruction, tags.contentSeparator], color: 'var(--muted)' },
  { tag: tags.labelName, ...code, color: 'var(--muted)' },
]);
