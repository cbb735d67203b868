import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from './source-files';

// Attributes that a reader sees or hears.
const spoken = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'error',
  'fallback',
  'label',
  'placeholder',
  'subtitle',
  'summary',
  'title',
]);

// Inside these, and in their attributes, the words are catalogue entries.
const macros = new Set(['Trans', 'Plural', 'Select', 'SelectOrdinal']);

/** Letters that are more than the product's own name, or than how an address begins in any language. */
function isText(value: string): boolean {
  return /\p{L}{2,}/u.test(value.replaceAll(/Wellspring|https:\/\//g, ''));
}

function literalWords(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(' ');
}

function tagOf(node: ts.Node): string | null {
  if (ts.isJsxElement(node)) return node.openingElement.tagName.getText();
  if (ts.isJsxSelfClosingElement(node)) return node.tagName.getText();
  return null;
}

/** The strings an expression can come to: "a", cond ? "a" : "b", x ?? "a". */
function outcomes(node: ts.Expression): ts.Expression[] {
  if (ts.isParenthesizedExpression(node)) return outcomes(node.expression);
  if (ts.isConditionalExpression(node))
    return [...outcomes(node.whenTrue), ...outcomes(node.whenFalse)];
  if (ts.isBinaryExpression(node)) return [...outcomes(node.left), ...outcomes(node.right)];
  return [node];
}

function expressionWords(node: ts.Expression | undefined): string[] {
  if (!node) return [];
  return outcomes(node)
    .map(literalWords)
    .filter((words) => words !== null);
}

function spokenWords(node: ts.Node): string[] {
  if (ts.isJsxText(node)) return [node.text];
  if (ts.isJsxAttribute(node)) {
    if (!spoken.has(node.name.getText()) || !node.initializer) return [];
    if (ts.isStringLiteral(node.initializer)) return [node.initializer.text];
    return ts.isJsxExpression(node.initializer) ? expressionWords(node.initializer.expression) : [];
  }
  if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent))
    return expressionWords(node.expression);
  if (ts.isCallExpression(node) && node.expression.getText().startsWith('toast.'))
    return node.arguments.flatMap(expressionWords);
  return [];
}

function strayWords(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (macros.has(tagOf(node) ?? '')) return;
    for (const words of spokenWords(node).filter(isText)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${path}:${line + 1} ${JSON.stringify(words.trim())}`);
    }
    node.forEachChild(visit);
  };
  visit(file);
  return found;
}

describe('words on the screen', () => {
  it('come from the catalogues only', () => {
    const files = sourceFiles(/\.tsx?$/).filter(({ path }) => !/^test\/|\.test\./.test(path));
    expect(files.flatMap(({ path, text }) => strayWords(path, text))).toEqual([]);
  });

  it.each([
    '<p>Hello you</p>',
    '<button aria-label="Close it" />',
    '<input placeholder={wide ? "Search all" : ""} />',
    '<p>{`Hello ${name}`}</p>',
    'toast.done("It is saved")',
  ])('are found outside them in %s', (code) => {
    expect(strayWords('example.tsx', code)).toHaveLength(1);
  });

  it.each([
    '<p>{t`Hello you`}</p>',
    '<Trans>Hello <b>you</b></Trans>',
    '<Plural value={n} one="one vote" other="# votes" />',
    '<title>{`${title} · Wellspring`}</title>',
    '<Link to="/questions" className="plain" />',
  ])('are not reported in %s', (code) => {
    expect(strayWords('example.tsx', code)).toEqual([]);
  });
});
