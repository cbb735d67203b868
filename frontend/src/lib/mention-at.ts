import type { Begun } from './link-at';

/** The mention that is being written at the caret; an e-mail address or a path is none. */
export function mentionAt(text: string, caret: number): Begun | null {
  const found = /(?:^|[^\p{L}\d_@/.])@([\p{L}\d_-]{0,30})$/u.exec(text.slice(0, caret));
  const beginning = found?.[1];
  return beginning === undefined ? null : { from: caret - beginning.length - 1, beginning };
}
