import { existsSync, readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));

/** What every page loads: the scripts and style sheets that the HTML names. */
const html = readFileSync('dist/index.html', 'utf8');
const frame = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(
  ([, file]) => `dist/${file}`,
);

/** All scripts and style sheets that a page needs for its first screen. */
function filesOf(...sources) {
  const seen = new Set();
  const files = new Set(frame);
  const add = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = manifest[key];
    files.add(`dist/${chunk.file}`);
    for (const sheet of chunk.css ?? []) files.add(`dist/${sheet}`);
    for (const next of chunk.imports ?? []) add(next);
  };
  for (const source of sources) add(source);
  return [...files].filter(existsSync);
}

const page = (source) => filesOf('src/locales/en-first.ts', source);

// The promise of the product is 250 kB; gzip is what every proxy in between can do.
export default [
  {
    name: 'question, first screen',
    path: page('src/pages/question/question-page.tsx'),
    gzip: true,
    limit: '250 kB',
  },
  {
    name: 'list of questions, first screen',
    path: page('src/pages/questions/questions-page.tsx'),
    gzip: true,
    limit: '250 kB',
  },
];
