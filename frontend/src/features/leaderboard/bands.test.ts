import { expect, it } from 'vitest';
import { bandOf, inBands } from './bands';

const person = {
  id: 1,
  handle: 'ada',
  name: 'Ada',
  avatarUrl: null,
  unit: null,
  reputation: 1,
  role: 'member',
} as const;

it.each([
  [1, null],
  [10, null],
  [11, [11, 20]],
  [20, [11, 20]],
  [21, [21, 50]],
  [50, [21, 50]],
  [100, [51, 100]],
  [101, [101, 200]],
  [1000, [501, 1000]],
  [1001, [1001, 2000]],
])('puts rank %i into the band %j', (rank, band) => {
  const found = bandOf(rank);
  expect(found && [found.from, found.to]).toEqual(band);
});

it('keeps the places of one band together, in their order', () => {
  const places = [9, 10, 10, 12, 20, 21].map((rank) => ({ rank, person, value: 100 - rank }));
  const bands = inBands(places).map((band) => [band.range?.from, band.places.length]);
  expect(bands).toEqual([
    [undefined, 3],
    [11, 2],
    [21, 1],
  ]);
});
