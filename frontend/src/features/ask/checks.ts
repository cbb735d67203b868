export type Check = 'question' | 'specific' | 'details' | 'tags' | 'code';

export interface Written {
  title: string;
  body: string;
  tags: string[];
}

const asks =
  /\?|^(who|what|when|where|which|why|how|is|are|do|does|did|can|could|may|must|should|will|has|have|wer|was|wann|wo|welche[rsmn]?|warum|wieso|wie|ist|sind|kann|können|darf|dürfen|muss|müssen|soll|sollen|gibt|hat|haben|wird)\b/i;
const fewestWords = 5;
const fewestDetails = 80;
const errors =
  /\b(error|exception|traceback|panic|failed|fatal|errno|fehler(meldung)?|ausnahme)\b/i;
const code = /```|~~~|`[^`]+`|^( {4}|\t)\S/m;

/** What makes a question answerable, as far as a program can see it; only the writer knows the rest. */
export function checksOf({ title, body, tags }: Written): Map<Check, boolean> {
  const words = title.trim().split(/\s+/).filter(Boolean);
  const checks = new Map<Check, boolean>([
    ['question', asks.test(title.trim())],
    ['specific', words.length >= fewestWords],
    ['details', body.trim().length >= fewestDetails],
    ['tags', tags.length > 0],
  ]);
  if (errors.test(`${title}\n${body}`)) checks.set('code', code.test(body));
  return checks;
}
