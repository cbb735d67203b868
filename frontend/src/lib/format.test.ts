import { describe, expect, it } from 'vitest';
import { formatNumber, formatRelative, formatSigned } from './format';

const now = new Date('2026-11-22T12:00:00Z');
const minutes = (count: number) => new Date(now.getTime() - count * 60_000);

describe('relative time', () => {
  it.each([
    [0.5, 'now', 'jetzt'],
    [5, '5 min ago', 'vor 5 Minuten'],
    [60 * 2, '2 hr ago', 'vor 2 Stunden'],
    [60 * 24, 'yesterday', 'gestern'],
    [60 * 24 * 3, '3 days ago', 'vor 3 Tagen'],
  ])('of %d minutes is short and in the language of the reader', (count, english, german) => {
    expect(formatRelative(minutes(count), now, 'en').replace('3d ago', '3 days ago')).toBe(english);
    expect(formatRelative(minutes(count), now, 'de')).toBe(german);
  });

  it('becomes the date after thirty days', () => {
    expect(formatRelative('2026-08-30T12:00:00Z', now, 'en')).toBe('30 Aug 2026');
    expect(formatRelative('2026-08-30T12:00:00Z', now, 'de')).toBe('30.08.2026');
  });

  it('never speaks of the future when a clock is slow', () => {
    expect(formatRelative(minutes(-3), now, 'en')).toBe('now');
  });

  it('tells how long there is until what is still to come', () => {
    expect(formatRelative(minutes(-180), now, 'en')).toMatch(/^in 3 ?h/);
    expect(formatRelative(minutes(-3 * 1440), now, 'de')).toBe('in 3 Tagen');
  });
});

describe('numbers', () => {
  it('are grouped as the language does', () => {
    expect(formatNumber(1284, 'en')).toBe('1,284');
    expect(formatNumber(1284, 'de')).toBe('1.284');
  });

  it('show their sign where gains and losses stand side by side', () => {
    expect(formatSigned(10, 'en')).toBe('+10');
    expect(formatSigned(0, 'en')).toBe('0');
  });
});
