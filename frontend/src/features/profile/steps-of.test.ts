import { expect, it } from 'vitest';
import { stepsOf } from './steps-of';

const at = (hour: number) => new Date(Date.UTC(2026, 0, 1, hour)).toISOString();

it('keeps the value until an entry changes it', () => {
  const entries = [
    { at: at(10), amount: -10, total: 10 },
    { at: at(5), amount: 10, total: 20 },
    { at: at(0), amount: 10, total: 10 },
  ];
  expect(stepsOf(entries, 100, 24)).toBe('M0 22.0H0.0V12.0H50.0V2.0H100.0V12.0');
});

it('draws a level line where nothing changed', () => {
  expect(stepsOf([{ at: at(0), amount: 0, total: 5 }], 100, 24)).toBe('M0 22.0H0.0V22.0');
  expect(stepsOf([], 100, 24)).toBe('');
});
