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

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'de'],
  format: formatter({ lineNumbers: false, origins: true }),
  catalogs: [
    {
      path: '<rootDir>/src/locales/{locale}/shell',
      include: ['<rootDir>/src/app', '<rootDir>/src/ui', '<rootDir>/src/api', '<rootDir>/src/lib'],
      exclude: ['**/*.test.*'],
    },
    ...features.map((name) => ({
      path: `<rootDir>/src/locales/{locale}/${name}`,
      include: [`<rootDir>/src/features/${name}`, `<rootDir>/src/pages/${name}`],
      exclude: ['**/*.test.*'],
    })),
  ],
});
