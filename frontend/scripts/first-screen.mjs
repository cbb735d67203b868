// Measures the first screen of a page as somebody who opens it for the first time sees it:
//   CHROMIUM=/usr/bin/chromium node scripts/first-screen.mjs http://127.0.0.1:8080 /questions/42
// Registers a reader, opens the page several times with an empty cache, and prints as JSON the median time until the
// largest text stood on the screen (Largest Contentful Paint, ms) and the kilobytes of scripts and styles that had been asked
// for by then, as sent; what is fetched ahead afterwards, for the next click, does not count.
import { chromium } from '@playwright/test';

const runs = 7;
const [address, path] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
  ],
});

async function open(session) {
  const context = await browser.newContext({ storageState: session });
  const page = await context.newPage();
  await page.addInitScript(() => {
    localStorage.setItem('wellspring.signed-in', '1');
    window.paints = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.paints.push(entry.startTime);
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
  // A page that has come to rest begins to listen to the inbox, and is never without a request after that.
  const rested = page.waitForRequest(/\/inbox\/stream$/);
  await page.goto(address + path);
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  await page.locator('main .prose').first().waitFor();
  await rested;
  const measured = await page.evaluate(() => {
    const paint = window.paints.at(-1);
    const bytes = performance
      .getEntriesByType('resource')
      .filter(
        (entry) => /\.(js|css)$/.test(new URL(entry.name).pathname) && entry.startTime < paint,
      )
      .reduce((sum, entry) => sum + entry.encodedBodySize, 0);
    return { paint, bytes };
  });
  const kept = await context.storageState();
  await context.close();
  return { ...measured, kept };
}

try {
  const context = await browser.newContext();
  const email = `reader-${Date.now()}@example.org`;
  const password = 'marble otter lantern';
  await context.request.post(`${address}/api/v1/users`, {
    data: { name: 'Reader', email, password },
  });
  const signedIn = await context.request.post(`${address}/api/v1/sessions`, {
    data: { email, password },
  });
  if (!signedIn.ok()) throw new Error(`signing in answered ${signedIn.status()}`);
  let session = await context.storageState();
  const measured = [];
  for (let run = 0; run < runs; run++) {
    const { kept, ...figures } = await open(session);
    session = kept;
    measured.push(figures);
  }
  const paints = measured.map(({ paint }) => paint).sort((a, b) => a - b);
  process.stdout.write(
    JSON.stringify({
      firstScreenMs: paints[Math.floor(runs / 2)],
      kilobytes: measured[0].bytes / 1000,
    }),
  );
} finally {
  await browser.close();
}
