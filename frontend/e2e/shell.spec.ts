import { expect, test } from '@playwright/test';
import { expectAccessible, signIn, takePictures, watchPage } from './helpers';

test('a visitor reads the list of questions, and the page asks nobody else', async ({ page }) => {
  const expectQuiet = watchPage(page);
  await page.goto('/');
  await expect(page).toHaveURL(/\/questions$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Questions' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
  await expectAccessible(page);
  expectQuiet();
});

test('Ada finds her way by keyboard alone', async ({ page }) => {
  await signIn(page, 'ada');
  await page.goto('/questions');
  await expect(page.getByRole('button', { name: /^Your menu/ })).toBeVisible();

  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Tags' })
    .press('Enter');
  await expect(page).toHaveTitle(/^Tags/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the address holds the view and the page, and Back returns to them', async ({ page }) => {
  await signIn(page, 'ada');
  await page.goto('/questions');
  const views = page.getByRole('navigation', { name: 'Views of the questions' });
  await views.getByRole('link', { name: 'Most voted' }).click();
  await expect(page).toHaveURL(/view=votes/);
  await page.getByRole('link', { name: 'Page 2' }).click();
  await expect(page).toHaveURL(/view=votes&page=2/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('link', { name: 'Page 1', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await expectAccessible(page);
  await takePictures(page, 'questions');
});

test('the theme is kept, and dark shows no white flash', async ({ page }) => {
  await page.goto('/questions');
  await page.getByRole('button', { name: 'Appearance' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await page.reload({ waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});

test('an address that leads nowhere says so and helps', async ({ page }) => {
  await page.goto('/there/is/nothing');
  await expect(
    page.getByRole('heading', { level: 1, name: 'This page does not exist' }),
  ).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'not-found');
  await page.getByRole('main').getByRole('link', { name: 'All questions' }).click();
  await expect(page).toHaveURL(/\/questions$/);
});

test('German is complete on the frame of the page', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'de-DE' });
  const page = await context.newPage();
  await page.goto('/questions');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('heading', { level: 1, name: 'Fragen' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Anmelden' })).toBeVisible();
  await context.close();
});
