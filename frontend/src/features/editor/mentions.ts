import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { PersonRef } from '@/api/types';
import { mentionAt } from '@/lib/mention-at';
import { oneSpace, withSpace } from './behind-space';

export type Suggest = (beginning: string) => Promise<PersonRef[]>;

const theme = EditorView.theme({
  '.cm-tooltip.cm-tooltip-autocomplete': {
    border: '1px solid var(--border-strong)',
    borderRadius: 'var(--radius-small)',
    background: 'var(--ground)',
    color: 'var(--text)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '6px 10px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    outline: '1px solid var(--accent)',
    outlineOffset: '-1px',
    background: 'var(--hover)',
    color: 'var(--text)',
  },
  '.cm-completionDetail': { color: 'var(--muted)', fontStyle: 'normal' },
});

/** Offers people while an @ is being completed; the label names the list. */
export function mentionCompletion(suggest: Suggest, label: string): Extension {
  const source = async ({ state, pos }: CompletionContext): Promise<CompletionResult | null> => {
    const line = state.doc.lineAt(pos);
    const begun = mentionAt(line.text, pos - line.from);
    if (!begun) return null;
    const people = await suggest(begun.beginning);
    return {
      from: line.from + begun.from,
      // The server has matched names too, which the handle does not show.
      filter: false,
      options: people.map(({ handle, name }) => ({
        label: `@${handle}`,
        detail: name,
        apply: withSpace(`@${handle}`),
      })),
    };
  };
  return [
    oneSpace,
    autocompletion({ override: [source], icons: false }),
    EditorState.phrases.of({ Completions: label }),
    theme,
  ];
}
