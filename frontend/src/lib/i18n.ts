import { i18n, type Messages } from '@lingui/core';
import { storage } from './storage';

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

const key = 'wellspring.language';

const catalogues: Record<Language, () => Promise<{ messages: Messages }>> = {
  en: () => import('@/locales/en'),
  de: () => import('@/locales/de'),
};

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
  const { messages } = await catalogues[language]();
  i18n.loadAndActivate({ locale: language, messages });
  document.documentElement.lang = language;
}

/** Switches the whole page at once and remembers the choice in this browser. */
export async function setLanguage(language: Language): Promise<void> {
  storage.write(key, language);
  await activateLanguage(language);
}

/** Names of languages are shown in the language itself and are therefore not translated. */
export const languageNames: Record<Language, string> = { en: 'English', de: 'Deutsch' };
