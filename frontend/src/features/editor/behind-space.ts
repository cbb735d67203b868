import { insertCompletionText, pickedCompletion } from '@codemirror/autocomplete';
import { type Extension, StateEffect, StateField } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

const written = StateEffect.define<number>();

/** Where a completion has just written a space; -1 as soon as something else happens. */
const behindSpace = StateField.define<number>({
  create: () => -1,
  update: (value, { effects, docChanged, selection }) => {
    for (const effect of effects) if (effect.is(written)) return effect.value;
    return docChanged || selection ? -1 : value;
  },
});

/** Who types the space that a completion has written already has one, not two. */
export const oneSpace: Extension = [
  behindSpace,
  EditorView.inputHandler.of((view, from, to, text) => {
    if (text !== ' ' || from !== to || view.state.field(behindSpace) !== from) return false;
    view.dispatch({ effects: written.of(-1) });
    return true;
  }),
];

/** Completes with a text and a space behind it. */
export function withSpace(text: string) {
  return (view: EditorView, completion: { label: string }, from: number, to: number) => {
    view.dispatch({
      ...insertCompletionText(view.state, `${text} `, from, to),
      annotations: pickedCompletion.of(completion),
      effects: written.of(from + text.length + 1),
    });
  };
}
