import { existsSync, readdirSync } from 'node:fs';
import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

function folders(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

// One catalogue per feature, so that two people who work on two features never edit one file.
const features = [...new Set([...folders('src/features'), ...folders('src/pages')])].sort();

// The catalogues that a question or a list needs for its first screen. The others come later, with the
// first page or dialog that is loaded on demand.
const first = new Set([
  'comments',
  'feeds',
  'moderation',
  'question',
  'questions',
  'saves',
  'share',
  'tag-preferences',
  'theme',
]);

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'de'],
  format: formatter({ lineNumbers: false, origins: true }),
  catalogs: [
    {
      path: '<rootDir>/src/locales/{locale}/first/shell',
      include: ['<rootDir>/src/app', '<rootDir>/src/ui', '<rootDir>/src/api', '<rootDir>/src/lib'],
      exclude: ['**/*.test.*', '**/src/ui/uploads/**'],
    },
    // What several features show, but no first screen.
    {
      path: '<rootDir>/src/locales/{locale}/later/uploads',
      include: ['<rootDir>/src/ui/uploads'],
      exclude: ['**/*.test.*'],
    },
    ...features.map((name) => ({
      path: `<rootDir>/src/locales/{locale}/${first.has(name) ? 'first' : 'later'}/${name}`,
      include: [`<rootDir>/src/features/${name}`, `<rootDir>/src/pages/${name}`],
      exclude: ['**/*.test.*'],
    })),
  ],
});
