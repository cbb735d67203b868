import { expect, it } from 'vitest';
import { checksOf } from './checks';

const done = (title: string, body = '', tags: string[] = []) =>
  [...checksOf({ title, body, tags })].filter(([, met]) => met).map(([check]) => check);

it.each([
  ['', []],
  ['Printer', []],
  ['How do I print?', ['question']],
  ['Wie drucke ich beidseitig im Bürgerbüro', ['question', 'specific']],
  ['The printer prints each notice twice', ['specific']],
])('judges the title %s', (title, met) => {
  expect(done(title)).toEqual(met);
});

it('asks for error text as code only where an error is spoken of', () => {
  const long =
    'It says this when I open the list of notices on Monday, and on no other day of the week. ';
  expect(checksOf({ title: '', body: long, tags: [] }).has('code')).toBe(false);
  const spoken = checksOf({ title: '', body: `${long}An error comes.`, tags: [] });
  expect(spoken.get('code')).toBe(false);
  expect(done('', `${long}The error: \`ORA-01017\``, ['oracle'])).toEqual([
    'details',
    'tags',
    'code',
  ]);
});
