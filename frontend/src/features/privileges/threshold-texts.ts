import type { ThresholdChoice } from '@/api/privileges';

const most = 100_000;

/** The custom thresholds as they stand in the fields, by privilege. */
export type ThresholdTexts = Record<string, string>;

export function textsOf(items: { key: string; threshold: number }[]): ThresholdTexts {
  return Object.fromEntries(items.map(({ key, threshold }) => [key, String(threshold)]));
}

/** A whole number from 0 to 100,000. */
export function isThreshold(text: string): boolean {
  return /^\d{1,6}$/.test(text.trim()) && Number(text) <= most;
}

export function choiceOf(preset: string, texts: ThresholdTexts): ThresholdChoice {
  if (preset !== 'custom') return { preset };
  const numbers = Object.entries(texts).map(([key, text]) => [key, Number(text)]);
  return { preset, thresholds: Object.fromEntries(numbers) };
}
