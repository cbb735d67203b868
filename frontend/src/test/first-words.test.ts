import { posix } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { sourceFiles } from './source-files';

// What is loaded without waiting for the later words.
const firstScreens = [
  'app/main.tsx',
  'pages/question/question-page.tsx',
  'pages/questions/questions-page.tsx',
];

const texts = new Map(sourceFiles(/\.tsx?$/).map(({ path, text }) => [path, text]));

/** The modules that a module needs before it runs; what it loads on demand is not among them. */
function neededBy(path: string): string[] {
  const file = ts.createSourceFile(path, texts.get(path) ?? '', ts.ScriptTarget.Latest);
  return file.statements
    .filter((statement) => ts.isImportDeclaration(statement))
    .filter(({ importClause }) => !importClause?.isTypeOnly)
    .map(({ moduleSpecifier }) => (ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : ''))
    .filter((name) => name.startsWith('.') || name.startsWith('@/'))
    .map((name) => (name.startsWith('@/') ? name.slice(2) : posix.join(posix.dirname(path), name)))
    .flatMap((name) => [`${name}.ts`, `${name}.tsx`].filter((file) => texts.has(file)));
}

/** A list that grows while it is walked: whatever the first screens need, and what that needs. */
function everythingNeeded(): Set<string> {
  const needed = new Set(firstScreens);
  for (const path of needed) for (const next of neededBy(path)) needed.add(next);
  return needed;
}

const needed = [...everythingNeeded()];

it('finds the parts of the first screens', () => {
  expect(needed).toContain('features/comments/comment-item.tsx');
  expect(needed).not.toContain('features/moderation/close-dialog.tsx');
});

it('has all the words of the first screens among the first, and no catalogue that none of them needs', () => {
  const speaking = needed.filter((path) => texts.get(path)?.includes('@lingui/react/macro'));
  const names = new Set(
    speaking.map((path) => /^(?:features|pages)\/([^/]+)/.exec(path)?.[1] ?? 'shell'),
  );
  const first = sourceFiles(/^locales\/en\/first\/.*\.po$/).map(({ path }) =>
    posix.basename(path, '.po'),
  );
  expect(first.sort()).toEqual([...names].sort());
});

it('loads whatever comes on demand together with its words', () => {
  const bare = [...texts]
    .filter(([path]) => !path.includes('.test.') && path !== 'lib/lazy.ts')
    .filter(([, text]) => /\blazy[<(]/.test(text))
    .map(([path]) => path);
  expect(bare).toEqual(['features/editor/editor-field.tsx']);
  expect(texts.get('app/router.tsx')?.match(/lazyRouteComponent\(/g)).toHaveLength(2);
});
