import { i18n, type Messages } from '@lingui/core';
import { storage } from './storage';

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

const key = 'wellspring.language';

type Catalogues = Record<Language, () => Promise<{ messages: Messages }>>;

/** The words of the frame and of the pages most people open first. */
const first: Catalogues = {
  en: () => import('@/locales/en-first'),
  de: () => import('@/locales/de-first'),
};

/** The words of whatever is loaded on demand. */
const later: Catalogues = {
  en: () => import('@/locales/en-later'),
  de: () => import('@/locales/de-later'),
};

/** Whether anything was loaded on demand yet, and the languages that are whole. */
let wantsLater = false;
const whole = new Set<Language>();

export function isLanguage(value: string | null | undefined): value is Language {
  return languages.some((language) => language === value);
}

/** The stored choice, else the first of the browser's languages that we speak, else English. */
export function preferredLanguage(): Language {
  const stored = storage.read(key);
  if (isLanguage(stored)) return stored;
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage);
  return spoken ?? 'en';
}

export function currentLanguage(): Language {
  return isLanguage(i18n.locale) ? i18n.locale : 'en';
}

export async function activateLanguage(language: Language): Promise<void> {
  const { messages } = await first[language]();
  i18n.load(language, messages);
  if (wantsLater) await addLaterWords(language);
  i18n.activate(language);
  document.documentElement.lang = language;
}

/** Loads the words that the first screens do without. Whatever is loaded on demand waits for them. */
export function loadLaterWords(): Promise<void> {
  wantsLater = true;
  return addLaterWords(currentLanguage());
}

async function addLaterWords(language: Language): Promise<void> {
  if (whole.has(language)) return;
  const { messages } = await later[language]();
  if (whole.has(language)) return;
  whole.add(language);
  i18n.load(language, messages);
}

/** Switches the whole page at once and remembers the choice in this browser. */
export async function setLanguage(language: Language): Promise<void> {
  storage.write(key, language);
  await activateLanguage(language);
}

/** Names of languages are shown in the language itself and are therefore not translated. */
export const languageNames: Record<Language, string> = { en: 'English', de: 'Deutsch' };
