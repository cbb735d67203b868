import { text, texts } from '@/lib/search-params';

/** What a link to the form may fill in: the words somebody searched for, the tag or space they came from. */
export interface AskSearch {
  title?: string;
  tag?: string[];
  space?: string;
}

export const askRoute = {
  validateSearch: (raw: Record<string, unknown>): AskSearch => ({
    title: text(raw.title),
    tag: texts(raw.tag),
    space: text(raw.space),
  }),
};
