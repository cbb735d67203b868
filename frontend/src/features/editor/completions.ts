import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type Begun, linkAt, tagAt } from '@/lib/link-at';
import { mentionAt } from '@/lib/mention-at';
import { oneSpace, withSpace } from './behind-space';

interface Person {
  handle: string;
  name: string;
}

interface Tag {
  name: string;
  questionCount: number;
}

interface Question {
  id: number;
  title: string;
}

/** Who knows what may be completed; each gives nothing where it cannot know. */
export interface Suggest {
  people: (beginning: string) => Promise<Person[]>;
  tags: (beginning: string) => Promise<Tag[]>;
  questions: (words: string) => Promise<Question[]>;
}

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

/** One list for each sign: @ calls people, # names tags, [[ links questions. */
function source(
  find: (text: string, caret: number) => Begun | null,
  options: (beginning: string) => Promise<Completion[]>,
) {
  return async ({ state, pos }: CompletionContext): Promise<CompletionResult | null> => {
    const line = state.doc.lineAt(pos);
    const begun = find(line.text, pos - line.from);
    if (!begun) return null;
    // The server has matched more than the labels show.
    return {
      from: line.from + begun.from,
      filter: false,
      options: await options(begun.beginning),
    };
  };
}

const inBrackets = (text: string) => text.replace(/[\\[\]]/g, '\\$&');

/** Completes people, tags and questions; the label names the list. */
export function completions(suggest: Suggest, label: string): Extension {
  const people = source(mentionAt, async (beginning) =>
    (await suggest.people(beginning)).map(({ handle, name }) => ({
      label: `@${handle}`,
      detail: name,
      apply: withSpace(`@${handle}`),
    })),
  );
  const tags = source(tagAt, async (beginning) =>
    (await suggest.tags(beginning)).map(({ name, questionCount }) => ({
      label: `#${name}`,
      detail: String(questionCount),
      apply: withSpace(`[#${name}](/tags/${encodeURIComponent(name)})`),
    })),
  );
  const questions = source(linkAt, async (words) =>
    (await suggest.questions(words)).map(({ id, title }) => ({
      label: title,
      apply: withSpace(`[${inBrackets(title)}](/q/${id})`),
    })),
  );
  return [
    oneSpace,
    autocompletion({ override: [people, tags, questions], icons: false }),
    EditorState.phrases.of({ Completions: label }),
    theme,
  ];
}
