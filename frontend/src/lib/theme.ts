import { storage } from './storage';
import { createStore, useStore } from './store';

export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

// public/appearance.js reads the same key before the first paint.
const key = 'wellspring.theme';

function isTheme(value: string | null): value is Theme {
  return themes.some((theme) => theme === value);
}

function storedTheme(): Theme {
  const value = storage.read(key);
  return isTheme(value) ? value : 'system';
}

const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');
const prefersContrast = window.matchMedia('(prefers-contrast: more)');

export interface Appearance {
  theme: Theme;
  scheme: 'light' | 'dark';
}

function appearanceOf(theme: Theme): Appearance {
  const dark = theme === 'dark' || (theme !== 'light' && prefersDark.matches);
  return { theme, scheme: dark ? 'dark' : 'light' };
}

const store = createStore<Appearance>(appearanceOf(storedTheme()));

function apply(theme: Theme): void {
  const appearance = appearanceOf(theme);
  const root = document.documentElement;
  root.setAttribute('data-mantine-color-scheme', appearance.scheme);
  root.toggleAttribute('data-contrast', false);
  if (theme === 'contrast' || prefersContrast.matches) root.setAttribute('data-contrast', 'more');
  store.set(appearance);
}

export function setTheme(theme: Theme): void {
  storage.write(key, theme);
  apply(theme);
}

export function useAppearance(): Appearance {
  return useStore(store);
}

/** Follows the system's preference while the page is open, and another tab's choice. */
export function watchAppearance(): void {
  apply(store.get().theme);
  prefersDark.addEventListener('change', () => apply(store.get().theme));
  prefersContrast.addEventListener('change', () => apply(store.get().theme));
  window.addEventListener('storage', (event) => {
    if (event.key === key) apply(storedTheme());
  });
}
