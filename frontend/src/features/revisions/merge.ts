import { applyPatch, structuredPatch } from 'diff';
import type { PostText } from './changes';

function mergeText(base: string, theirs: string, mine: string): string | null {
  if (theirs === base || theirs === mine) return mine;
  if (mine === base) return theirs;
  // The last line needs an end, or an addition after it would count as a change of it.
  const [from, to, onto] = [base, mine, theirs].map((text) => `${text}\n`) as [
    string,
    string,
    string,
  ];
  const merged = applyPatch(onto, structuredPatch('', '', from, to, '', '', { context: 1 }), {
    fuzzFactor: 0,
  });
  return merged === false ? null : merged.slice(0, -1);
}

function mergeTags(base: string[], theirs: string[], mine: string[]): string[] {
  const kept = theirs.filter((name) => mine.includes(name) || !base.includes(name));
  return [...kept, ...mine.filter((name) => !base.includes(name) && !kept.includes(name))];
}

/**
 * My changes of a text applied to what somebody else made of it meanwhile; null where both changed
 * the same lines, which only a person can settle.
 */
export function combine(base: PostText, theirs: PostText, mine: PostText): PostText | null {
  const body = mergeText(base.body, theirs.body, mine.body);
  const title = mergeText(base.title ?? '', theirs.title ?? '', mine.title ?? '');
  if (body === null || title === null) return null;
  const tags = mergeTags(base.tags ?? [], theirs.tags ?? [], mine.tags ?? []);
  return {
    body,
    title: base.title === null ? null : title,
    tags: base.tags === null ? null : tags,
  };
}
