// Fails when the catalogues do not hold exactly the texts of the source: extracts them anew, compares,
// and puts the old files back. That each text is translated is the matter of catalogues.test.ts.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const locales = 'src/locales';
const before = mkdtempSync(join(tmpdir(), 'catalogues-'));
cpSync(locales, before, { recursive: true });

function catalogues(root) {
  const files = readdirSync(root, { recursive: true }).filter((file) => file.endsWith('.po'));
  return new Map(files.map((file) => [file, words(readFileSync(join(root, file), 'utf8'))]));
}

/** The dates in a catalogue's head say nothing about its texts. */
function words(text) {
  return text.replace(/^"(POT-Creation|PO-Revision)-Date:.*\n/gm, '');
}

try {
  execFileSync('npx', ['lingui', 'extract', '--clean'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const old = catalogues(before);
  const fresh = catalogues(locales);
  const names = new Set([...old.keys(), ...fresh.keys()]);
  const stale = [...names].filter((name) => old.get(name) !== fresh.get(name));
  if (stale.length > 0) {
    process.stderr.write(
      `These catalogues do not match the source; run \`npm run i18n:extract\` and translate:\n  ${stale.join('\n  ')}\n`,
    );
    process.exitCode = 1;
  }
} finally {
  if (process.exitCode === 1) {
    rmSync(locales, { recursive: true });
    cpSync(before, locales, { recursive: true });
  }
  rmSync(before, { recursive: true });
}
