import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const sourceRoot = join(import.meta.dirname, '..');

export interface SourceFile {
  /** Relative to src/, with forward slashes. */
  path: string;
  text: string;
}

/** Every file of src/ that people wrote; generated ones are left out. */
export function sourceFiles(extensions: RegExp): SourceFile[] {
  return readdirSync(sourceRoot, { recursive: true, encoding: 'utf8' })
    .map((path) => relative(sourceRoot, join(sourceRoot, path)).replaceAll('\\', '/'))
    .filter((path) => extensions.test(path) && path !== 'api/schema.d.ts')
    .map((path) => ({ path, text: readFileSync(join(sourceRoot, path), 'utf8') }));
}
