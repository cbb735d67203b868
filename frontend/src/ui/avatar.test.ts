import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { colourIndex, initials } from '@/lib/initials';

const sheet = readFileSync(join(import.meta.dirname, 'avatar.module.css'), 'utf8');
const tones = [...sheet.matchAll(/--tone-ground: (#\w{6});\s*--tone-text: (#\w{6});/g)].map(
  ([, ground = '', letters = '']) => ({ ground, letters }),
);

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe('an avatar', () => {
  it('has eight tones for light and eight for dark', () => {
    expect(tones).toHaveLength(16);
  });

  it.each(tones)('keeps 4.5:1 between $ground and $letters', ({ ground, letters }) => {
    expect(contrast(ground, letters)).toBeGreaterThanOrEqual(4.5);
  });

  it('shows the first letters of the first and last name', () => {
    expect(initials('Elena Marchetti')).toBe('EM');
    expect(initials('Åsa van der Berg')).toBe('ÅB');
    expect(initials('Cher')).toBe('C');
    expect(initials('  ')).toBe('?');
  });

  it('gives a name the same tone every time', () => {
    expect(colourIndex('Ada', 8)).toBe(colourIndex('Ada', 8));
    expect(colourIndex('Ada', 8)).toBeLessThan(8);
  });
});
