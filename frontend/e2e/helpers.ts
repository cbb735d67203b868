import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, expect, type Page, type Request, test } from '@playwright/test';

export type Person = 'ada' | 'ben' | 'mia' | 'max' | 'noa' | 'root';

interface Session {
  accessToken: string;
}

/**
 * Signs in through the API and opens the page as that person. The refresh cookie lands in the
 * browser's own jar; the hint tells the page that a refresh is worth asking for.
 */
export function signIn(page: Page, person: Person): Promise<string> {
  return enter(page, `${person}@example.org`, 'demonstration');
}

export const passphrase = 'marble otter lantern';

/** A new account for a test that changes it; the name keeps tests that run at once apart. */
export async function register(page: Page, name: string): Promise<string> {
  const email = `${name.toLowerCase().replace(/\W+/g, '-')}-${Date.now()}@example.org`;
  const made = await page.request.post('/api/v1/users', {
    data: { name, email, password: passphrase },
  });
  expect(made.status()).toBe(201);
  await enter(page, email);
  return email;
}

/** signIn for an account that was registered. */
export async function enter(page: Page, email: string, password = passphrase): Promise<string> {
  watchTraffic(page.context());
  const response = await page.request.post('/api/v1/sessions', { data: { email, password } });
  expect(response.status()).toBe(201);
  await page.addInitScript(() => localStorage.setItem('wellspring.signed-in', '1'));
  const session: Session = await response.json();
  return session.accessToken;
}

/**
 * What a browser is loading. A page that listens to its inbox never is without a request, so the browser's own idea of
 * an idle network is of no use there.
 */
class Traffic {
  private readonly open = new Set<Request>();
  private last = Date.now();

  constructor(context: BrowserContext) {
    context.on('request', (request) => {
      if (request.url().endsWith('/inbox/stream')) return;
      this.open.add(request);
      this.last = Date.now();
    });
    for (const end of ['requestfinished', 'requestfailed'] as const) {
      context.on(end as 'requestfinished', (request) => {
        if (this.open.delete(request)) this.last = Date.now();
      });
    }
  }

  get isQuiet(): boolean {
    return this.open.size === 0 && Date.now() - this.last >= 500;
  }
}

const traffic = new WeakMap<BrowserContext, Traffic>();

function watchTraffic(context: BrowserContext): void {
  if (!traffic.has(context)) traffic.set(context, new Traffic(context));
}

/** Nothing has been loaded for half a second. */
export async function expectAtRest(page: Page): Promise<void> {
  const watched = traffic.get(page.context());
  if (!watched) return page.waitForLoadState('networkidle');
  await page.waitForLoadState('load');
  await expect.poll(() => watched.isQuiet).toBe(true);
}

const looks = [
  { name: 'light', scheme: 'light', contrast: false },
  { name: 'dark', scheme: 'dark', contrast: false },
  { name: 'high contrast', scheme: 'light', contrast: true },
  { name: 'high contrast, dark', scheme: 'dark', contrast: true },
] as const;

type Look = (typeof looks)[number];

/** Changes how the open page looks, without a reload and without touching the account. */
async function wear(page: Page, look: Look): Promise<void> {
  await page.evaluate(({ scheme, contrast }) => {
    const root = document.documentElement;
    root.setAttribute('data-mantine-color-scheme', scheme);
    if (contrast) root.setAttribute('data-contrast', 'more');
    else root.removeAttribute('data-contrast');
  }, look);
  // Colours fade for up to 150 ms; axe must not measure one on its way.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
  );
}

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
// Only these rules can give another answer when nothing but the colours changed.
const ofColour = ['color-contrast', 'link-in-text-block'];

/** axe finds nothing at WCAG 2.2 AA in any look, and nothing scrolls sideways at 320 px. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectAtRest(page);
  for (const look of looks) {
    await test.step(`axe, ${look.name}`, async () => {
      await wear(page, look);
      const axe = new AxeBuilder({ page });
      const all = look === looks[0];
      const { violations } = await (all
        ? axe.withTags(standard)
        : axe.withRules(ofColour)
      ).analyze();
      const found = violations.flatMap(({ id, help, nodes }) =>
        nodes.map((node) => `${id} (${help}): ${node.html}\n  ${node.failureSummary}`),
      );
      expect(found).toEqual([]);
    });
  }
  await wear(page, looks[0]);
  await expectNoSidewaysScroll(page);
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  await test.step('reflow at 320 px', async () => {
    const size = page.viewportSize();
    await page.setViewportSize({ width: 320, height: 800 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, 'pixels beyond the right edge').toBeLessThanOrEqual(0);
    if (size) await page.setViewportSize(size);
  });
}

/**
 * Call before opening a page; the returned function fails when the page asked another host for
 * anything, broke the content security policy, or wrote an error to the console.
 */
export function watchPage(page: Page): () => void {
  watchTraffic(page.context());
  const complaints: string[] = [];
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1')
      complaints.push(`request to ${request.url()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  return () => expect(complaints).toEqual([]);
}

const sizes = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
};

/** Pictures of the open page in e2e/.shots, to be looked at: light, dark and phone. */
export async function takePictures(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const look of looks.slice(0, 3)) {
    await wear(page, look);
    await picture(page, `${name}-${look.name.replaceAll(' ', '-')}`);
  }
  await wear(page, looks[0]);
  await page.setViewportSize(sizes.phone);
  await picture(page, `${name}-phone`);
  await page.setViewportSize(before ?? sizes.desktop);
}

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(import.meta.dirname, '.shots', `${name}.png`) });
}
