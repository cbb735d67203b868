import type { Language } from './i18n';

// European English: day before month, and the comma groups thousands.
const tags: Record<Language, string> = { en: 'en-GB', de: 'de-DE' };

export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(tags[language]).format(value);
}

/** With a sign, for gains and losses: +10, −2. */
export function formatSigned(value: number, language: Language): string {
  return new Intl.NumberFormat(tags[language], { signDisplay: 'exceptZero' }).format(value);
}

export function formatDate(value: string | Date, language: Language): string {
  return new Intl.DateTimeFormat(tags[language], { dateStyle: 'medium' }).format(new Date(value));
}

export function formatExactTime(value: string | Date, language: Language): string {
  return new Intl.DateTimeFormat(tags[language], { dateStyle: 'full', timeStyle: 'short' }).format(
    new Date(value),
  );
}

const steps: [limit: number, size: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [3600, 60, 'minute'],
  [86_400, 3600, 'hour'],
  [30 * 86_400, 86_400, 'day'],
];

/** "5 min ago", "yesterday", "in 3 days", and after thirty days the date itself. */
export function formatRelative(value: string | Date, now: Date, language: Language): string {
  const date = new Date(value);
  const seconds = Math.round((now.getTime() - date.getTime()) / 1000);
  const relative = new Intl.RelativeTimeFormat(tags[language], {
    numeric: 'auto',
    // German short forms are cryptic ("vor 5 m"); English ones read well.
    style: language === 'de' ? 'long' : 'narrow',
  });
  const away = Math.abs(seconds);
  // A slow clock must not make a prophet of what just happened.
  if (seconds < 60 && seconds > -600) return relative.format(0, 'second');
  const step = steps.find(([limit]) => away < limit);
  if (!step) return formatDate(date, language);
  const [, size, unit] = step;
  return relative.format(-Math.sign(seconds) * Math.floor(away / size), unit);
}
