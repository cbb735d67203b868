import { expect, it } from 'vitest';
import { pageNumbers } from './page-numbers';

it.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [1, 43, [1, 2, null, 43]],
  [3, 43, [1, 2, 3, 4, null, 43]],
  [20, 43, [1, null, 19, 20, 21, null, 43]],
  [41, 43, [1, null, 40, 41, 42, 43]],
  [43, 43, [1, null, 42, 43]],
])('page %d of %d shows %j', (page, pages, shown) => {
  expect(pageNumbers(page, pages)).toEqual(shown);
});
