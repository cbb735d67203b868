import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from './source-files';

// pages -> features -> {api, ui} -> lib. The app on top composes them; locales are texts only.
const mayImport: Record<string, string[]> = {
  lib: ['lib', 'locales'],
  locales: [],
  api: ['api', 'lib'],
  ui: ['ui', 'lib'],
  features: ['features', 'api', 'ui', 'lib'],
  pages: ['pages', 'features', 'api', 'ui', 'lib'],
  app: ['app', 'pages', 'features', 'api', 'ui', 'lib'],
  test: ['test', 'app', 'pages', 'features', 'api', 'ui', 'lib', 'locales'],
};

const files = sourceFiles(/\.tsx?$/);

function importsOf(path: string, text: string): string[] {
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.') || name.startsWith('@/'))
    .map((name) => (name.startsWith('@/') ? name.slice(2) : posix.join(posix.dirname(path), name)));
}

/** Tests may also use what stands in src/test. */
function isAllowed(from: string, to: string): boolean {
  const [fromLayer = '', fromName] = from.split('/');
  const [toLayer = '', toName] = to.split('/');
  if (toLayer === 'test' && from.includes('.test.')) return true;
  if (!mayImport[fromLayer]?.includes(toLayer)) return false;
  const separate = fromLayer === toLayer && ['features', 'pages'].includes(fromLayer);
  return !separate || fromName === toName;
}

describe('the architecture', () => {
  it('lets a layer import only from the layers below, and a feature never another feature', () => {
    const wrong = files.flatMap(({ path, text }) =>
      importsOf(path, text)
        .filter((target) => !isAllowed(path, target))
        .map((target) => `${path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('recognises what it forbids', () => {
    expect(isAllowed('lib/format.ts', 'ui/page')).toBe(false);
    expect(isAllowed('ui/page.tsx', 'api/client')).toBe(false);
    expect(isAllowed('features/votes/vote.tsx', 'features/search/palette')).toBe(false);
    expect(isAllowed('pages/tags/tags-page.tsx', 'pages/people/people-page')).toBe(false);
    expect(isAllowed('pages/tags/tags-page.tsx', 'features/tags/tag-card')).toBe(true);
  });

  it('keeps every file at 250 lines or fewer', () => {
    const long = files
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > 250);
    expect(long).toEqual([]);
  });

  it('fetches only through the client, so that every request carries the session', () => {
    const strays = files
      .filter(({ path }) => !path.startsWith('api/') && !path.includes('test'))
      .filter(({ text }) => /\bfetch\(|XMLHttpRequest|EventSource\(/.test(text))
      .map(({ path }) => path);
    expect(strays).toEqual([]);
  });
});
