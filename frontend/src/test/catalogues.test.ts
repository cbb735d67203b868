import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFiles, sourceRoot } from './source-files';

interface Entry {
  catalogue: string;
  id: string;
  context: string;
  text: string;
}

function quoted(block: string, keyword: string): string {
  const lines =
    new RegExp(`^${keyword} ((?:"(?:[^"\\\\]|\\\\.)*"\\n?)+)`, 'm').exec(block)?.[1] ?? '';
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line): string => JSON.parse(line))
    .join('');
}

function entries(path: string): Entry[] {
  return readFileSync(join(sourceRoot, path), 'utf8')
    .split('\n\n')
    .map((block) => ({
      catalogue: path,
      id: quoted(`${block}\n`, 'msgid'),
      context: quoted(`${block}\n`, 'msgctxt'),
      text: quoted(`${block}\n`, 'msgstr'),
    }))
    .filter(({ id }) => id !== '');
}

/** Names of placeholders and numbers of tags: what a translation must not lose. */
function slots(text: string): string[] {
  const names = text.match(/(?<!\b(?:zero|one|two|few|many|other) )\{\w+(?=[},])/g) ?? [];
  const tags = text.match(/<\/?\d+\/?>/g) ?? [];
  return [...new Set([...names, ...tags])].sort();
}

const german = sourceFiles(/^locales\/de\/.*\.po$/).flatMap(({ path }) => entries(path));

describe('the German catalogues', () => {
  it('hold texts', () => {
    expect(german.length).toBeGreaterThan(50);
  });

  it('translate every text', () => {
    const missing = german.filter(({ text }) => text.trim() === '');
    expect(missing.map(({ catalogue, id }) => `${catalogue}: ${id}`)).toEqual([]);
  });

  it('keep every placeholder and tag', () => {
    const broken = german.filter(({ id, text }) => String(slots(id)) !== String(slots(text)));
    expect(broken.map(({ catalogue, id }) => `${catalogue}: ${id}`)).toEqual([]);
  });

  it('translate one English text in one way, unless a context tells the uses apart', () => {
    const first = new Map<string, string>();
    const conflicts = german.filter(({ id, context, text }) => {
      const key = `${context}\n${id}`;
      const known = first.get(key) ?? text;
      first.set(key, known);
      return known !== text;
    });
    expect(conflicts.map(({ catalogue, id }) => `${catalogue}: ${id}`)).toEqual([]);
  });

  it('address the reader formally', () => {
    const familiar = german.filter(({ text }) =>
      /\b(du|dein|deine|deinen|deiner|dich|dir)\b/i.test(text),
    );
    expect(familiar.map(({ id }) => id)).toEqual([]);
  });
});
