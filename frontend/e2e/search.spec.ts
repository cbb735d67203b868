import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, signIn, takePictures, watchPage } from './helpers';

/** The palette takes focus when its code has come. */
async function openPalette(page: Page, key: string) {
  await page.keyboard.press(key);
  const field = page.getByRole('combobox');
  await expect(field).toBeFocused();
  return field;
}

test('Ada finds a question by keyboard alone, from anywhere', async ({ page }) => {
  const expectQuiet = watchPage(page);
  await signIn(page, 'ada');
  await page.goto('/leaderboard');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const field = await openPalette(page, '/');
  await page.keyboard.type('restore of Postgres');
  const list = page.getByRole('listbox', { name: 'Results' });
  const question = list.getByRole('group', { name: 'Questions' }).getByRole('option').first();
  await expect(question).toContainText('restore of Postgres');
  await expectAccessible(page);
  await takePictures(page, 'palette');
  await expect(field).toBeFocused();

  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect(question).toHaveAttribute('aria-selected', 'true', { timeout: 100 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/questions\/\d+\/.*restore-of-postgres/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expectQuiet();
});

test('the palette finds people and tags too, and remembers what was searched for', async ({
  page,
}) => {
  await signIn(page, 'ada');
  await page.goto('/questions');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const field = await openPalette(page, 'Control+k');
  await page.keyboard.type('ben okkerse');
  await expect(field).toHaveValue('ben okkerse');
  const people = page.getByRole('group', { name: 'People' });
  await expect(people.getByRole('option', { name: /^Ben Okkerse/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=ben\+okkerse/);

  // In a field too.
  await page.getByRole('searchbox', { name: 'Words and operators' }).focus();
  await openPalette(page, 'Control+k');
  await expect(page.getByRole('option', { name: 'ben okkerse' })).toBeVisible();
  await page.keyboard.type('postgres');
  await expect(page.getByRole('group', { name: 'Tags' })).toContainText('postgres');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('what Ada types before the palette has come is kept, and the focus goes back', async ({
  page,
}) => {
  await signIn(page, 'ada');
  let arrive = () => {};
  const asked = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  // Held back until she has typed, as on a slow line.
  await page.route(/\/assets\/palette-.*\.js/, async (route) => {
    await asked;
    await route.continue();
  });
  await page.goto('/questions');
  const opener = page.getByRole('banner').getByRole('button', { name: /^Search/ });
  await opener.focus();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('ben okk');
  arrive();
  const field = page.getByRole('combobox', { name: 'Search questions, people, tags …' });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('ben okk');
  await page.keyboard.type('erse');
  await expect(page.getByRole('group', { name: 'People' })).toContainText('Ben Okkerse');
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
});

test('the address of the results holds the words, the filters and the order', async ({ page }) => {
  const expectQuiet = watchPage(page);
  await signIn(page, 'ada');
  await page.goto('/search?q=postgres');
  const results = page.getByRole('main').getByRole('article');
  await expect(results.first()).toBeVisible();
  await expect(page.getByRole('main').locator('mark').first()).toHaveText(/postgres/i);

  const rail = page.getByRole('complementary', { name: 'Related to this page' });
  await rail
    .getByRole('region', { name: 'Kind' })
    .getByRole('link', { name: /^Questions/ })
    .click();
  await expect(page).toHaveURL(/q=postgres&kind=question/);
  await rail
    .getByRole('region', { name: 'State' })
    .getByRole('link', { name: /^Solved/ })
    .click();
  await expect(page).toHaveURL(/state=solved/);
  const order = page.getByRole('navigation', { name: 'Order of the results' });
  await order.getByRole('link', { name: 'Most voted' }).click();
  await expect(page).toHaveURL(/sort=votes/);
  await expect(order.locator('[aria-current]')).toHaveText(['Most voted']);
  await expect(results.first().getByRole('img', { name: 'Solved:' })).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'search');

  await page.goBack();
  await expect(order.locator('[aria-current]')).toHaveText(['Relevance']);
  await page.getByRole('link', { name: 'Remove the filter Solved' }).click();
  await expect(page).not.toHaveURL(/state=/);
  await expect(page).toHaveURL(/kind=question/);
  expectQuiet();
});

test('on a phone the filters open above the results', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'ada');
  await page.goto('/search?q=backup');
  const filters = page.getByRole('button', { name: 'Filters', exact: true });
  await expect(filters).toHaveAttribute('aria-expanded', 'false');
  await filters.click();
  const panel = page.getByRole('region', { name: 'Filters' });
  await panel.getByRole('link', { name: /^Answers/ }).click();
  await expect(page).toHaveURL(/kind=answer/);
  await expectAccessible(page);
});

test('operators are explained beside the box, and nothing found leads to asking', async ({
  page,
}) => {
  await signIn(page, 'ada');
  await page.goto('/search');
  await page.getByRole('button', { name: 'Add is:question to the search' }).click();
  await expectAccessible(page);
  await page.keyboard.type(' xyzzyplugh');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=is%3Aquestion\+xyzzyplugh/);
  await expect(page.getByRole('heading', { name: 'Nothing was found' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Ask this question' }).click();
  await expect(page).toHaveURL(/\/questions\/ask\?title=/);
});

test('the page says when the database answers instead of the search engine', async ({ page }) => {
  await page.route('**/api/v1/search?*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), engine: 'database' } });
  });
  await page.goto('/search?q=city');
  await expect(page.getByText(/answered from the database for the moment/)).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'search-database');
});

test('a search that fails says so and can be tried again', async ({ page }) => {
  await page.route('**/api/v1/search?*', (route) => route.abort());
  await page.goto('/search?q=city');
  const retry = page.getByRole('button', { name: 'Try again' });
  await expect(retry).toBeVisible();
  await page.unroute('**/api/v1/search?*');
  await retry.click();
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible();
});

test('German is complete in the search', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'de-DE' });
  const page = await context.newPage();
  await page.goto('/search?q=Stadt');
  await expect(page.getByRole('heading', { level: 1, name: 'Treffer für „Stadt“' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Suchen', exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Schlagwort' })).toBeVisible();
  await context.close();
});
