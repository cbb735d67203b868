import type { Place } from '@/api/leaderboards';

/** Up to this rank places have numbers; behind it they are shown in bands, as the distance says little. */
const numbered = 10;

export interface Band {
  /** Undefined for the numbered places. */
  range?: { from: number; to: number };
  places: Place[];
}

/** The band of a rank: 11 to 20, 21 to 50, 51 to 100, 101 to 200 and so on; null for numbered ranks. */
export function bandOf(rank: number): { from: number; to: number } | null {
  let from = numbered;
  for (let factor = 1; ; factor *= 10) {
    for (const to of [20 * factor, 50 * factor, 100 * factor]) {
      if (rank <= from) return null;
      if (rank <= to) return { from: from + 1, to };
      from = to;
    }
  }
}

/** Consecutive places of one band together. */
export function inBands(places: Place[]): Band[] {
  const bands: Band[] = [];
  for (const place of places) {
    const range = bandOf(place.rank) ?? undefined;
    const last = bands.at(-1);
    if (last && last.range?.from === range?.from) last.places.push(place);
    else bands.push({ range, places: [place] });
  }
  return bands;
}
