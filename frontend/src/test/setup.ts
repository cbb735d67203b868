import '@testing-library/jest-dom/vitest';
import { notifications } from '@mantine/notifications';
import { cleanup } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// What jsdom leaves out of a browser.
window.matchMedia ??= (query: string) =>
  Object.assign(new EventTarget(), {
    media: query,
    matches: false,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });

window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

Range.prototype.getClientRects ??= () => document.createElement('i').getClientRects();

window.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;

const { activateLanguage, loadLaterWords } = await import('@/lib/i18n');
await activateLanguage('en');
await loadLaterWords();

afterEach(() => {
  cleanup();
  notifications.clean();
  localStorage.clear();
  vi.useRealTimers();
});
