export interface Begun {
  /** Where its sign stands. */
  from: number;
  beginning: string;
}

/** The tag that is being written at the caret; a heading and the anchor of an address are none. */
export function tagAt(text: string, caret: number): Begun | null {
  const beginning = /(?:^|[\s(])#([\p{L}\d][\p{L}\d.+-]{0,34})$/u.exec(text.slice(0, caret))?.[1];
  return beginning === undefined ? null : { from: caret - beginning.length - 1, beginning };
}

/** The words of a question after [[, as far as they are written. */
export function linkAt(text: string, caret: number): Begun | null {
  const beginning = /\[\[([^[\]]{2,80})$/.exec(text.slice(0, caret))?.[1];
  return beginning === undefined ? null : { from: caret - beginning.length - 2, beginning };
}
