import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import {
  deleteMarkupBackward,
  insertNewlineContinueMarkup,
  markdownLanguage,
  pasteURLAsLink,
} from '@codemirror/lang-markdown';
import { syntaxHighlighting } from '@codemirror/language';
import { Compartment, EditorState, type Extension, Prec } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { styleNonce } from '@/lib/nonce';
import type { AreaProps } from './area';
import { completions, type Suggest } from './completions';
import { filesTaken } from './files';
import { formats } from './formats';
import { pasteAsMarkdown } from './paste';
import { editorTheme, markdownColours } from './theme';

const formatKeys = formats
  .flat()
  .flatMap(({ key, run }) => (key ? [{ key, run, preventDefault: true }] : []));

const extensions: Extension = [
  history(),
  EditorView.lineWrapping,
  markdownLanguage,
  pasteURLAsLink,
  syntaxHighlighting(markdownColours),
  editorTheme,
  // Before the plain keys. Tab stays the browser's, so that the keyboard is never caught in the text.
  Prec.high(
    keymap.of([
      { key: 'Enter', run: insertNewlineContinueMarkup },
      { key: 'Backspace', run: deleteMarkupBackward },
      ...formatKeys,
    ]),
  ),
  keymap.of([...defaultKeymap, ...historyKeymap]),
];

function attributesOf({ id, labelledBy, describedBy, invalid }: AreaProps): Extension {
  return EditorView.contentAttributes.of({
    id,
    'aria-labelledby': labelledBy,
    'aria-invalid': String(invalid),
    ...(describedBy ? { 'aria-describedby': describedBy } : {}),
    // CodeMirror switches these off, which suits code; people write sentences here.
    spellcheck: 'true',
    autocorrect: 'on',
    autocapitalize: 'sentences',
  });
}

interface CodeAreaProps extends AreaProps {
  /** Where the toolbar finds the editor. */
  view: RefObject<EditorView | null>;
  suggest: Suggest;
  /** Names the list of what is offered. */
  suggestLabel: string;
  /** Takes pasted and dropped files; where it is missing, none are taken. */
  onFiles: ((files: File[]) => void) | undefined;
}

/** CodeMirror as a controlled area of Markdown. */
export function CodeArea(props: CodeAreaProps) {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  const [attributes] = useState(() => new Compartment());
  const { view, value, labelledBy, describedBy, invalid } = props;

  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    if (!host.current) return undefined;
    const first = latest.current;
    const submit = () => {
      latest.current.onSubmit?.();
      return Boolean(latest.current.onSubmit);
    };
    const created = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: first.value,
        extensions: [
          EditorView.cspNonce.of(styleNonce()),
          attributes.of(attributesOf(first)),
          first.placeholder ? placeholder(first.placeholder) : [],
          Prec.highest(keymap.of([{ key: 'Mod-Enter', run: submit }])),
          extensions,
          completions(
            {
              people: (beginning) => latest.current.suggest.people(beginning),
              tags: (beginning) => latest.current.suggest.tags(beginning),
              questions: (words) => latest.current.suggest.questions(words),
            },
            first.suggestLabel,
          ),
          pasteAsMarkdown,
          filesTaken((files) => {
            latest.current.onFiles?.(files);
            return Boolean(latest.current.onFiles);
          }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = created;
    if (first.autoFocus) created.focus();
    return () => {
      view.current = null;
      created.destroy();
    };
  }, [view, attributes]);

  // The form changed the text itself: cleared after sending, or taken over from another version.
  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [view, value]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is spoken of the area
  useEffect(() => {
    view.current?.dispatch({ effects: attributes.reconfigure(attributesOf(latest.current)) });
  }, [view, attributes, labelledBy, describedBy, invalid]);

  return <div ref={host} />;
}
