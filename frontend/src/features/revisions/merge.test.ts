import { expect, it } from 'vitest';
import { combine } from './merge';

const base = { title: 'A title', body: 'one\ntwo\nthree\nfour\nfive', tags: ['go', 'sql'] };

it('combines changes of different places', () => {
  const theirs = { ...base, body: base.body.replace('one', 'ONE'), tags: ['go', 'sql', 'index'] };
  const mine = { ...base, title: 'A better title', body: `${base.body}\nsix`, tags: ['go'] };
  expect(combine(base, theirs, mine)).toEqual({
    title: 'A better title',
    body: 'ONE\ntwo\nthree\nfour\nfive\nsix',
    tags: ['go', 'index'],
  });
});

it('leaves to people what two have changed in the same place', () => {
  const theirs = { ...base, body: base.body.replace('three', '3') };
  const mine = { ...base, body: base.body.replace('three', 'III') };
  expect(combine(base, theirs, mine)).toBeNull();
  expect(
    combine(base, { ...base, title: 'Their title' }, { ...base, title: 'My title' }),
  ).toBeNull();
});

it('needs nobody where only one has changed anything, or both did the same', () => {
  const changed = { ...base, body: 'new' };
  expect(combine(base, changed, base)).toEqual(changed);
  expect(combine(base, base, changed)).toEqual(changed);
  expect(combine(base, changed, changed)).toEqual(changed);
});
