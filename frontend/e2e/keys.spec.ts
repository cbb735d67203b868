import { expect, test } from '@playwright/test';
import { expectAccessible, register, takePictures, watchPage } from './helpers';
import { Author, open } from './posts';

test('a list is walked, turned and opened by keys, and other places are two keys away', async ({
  page,
}) => {
  const expectQuiet = watchPage(page);
  await open(page, 'ada', '/questions?view=votes');
  const link = (row: number) =>
    page.getByRole('main').getByRole('article').nth(row).getByRole('heading').getByRole('link');
  await expect(link(1)).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(link(1)).toBeFocused();
  await page.keyboard.press('k');
  await expect(link(0)).toBeFocused();
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/page=2/);
  await expect(page.getByRole('link', { name: 'Previous' })).toBeVisible();
  await page.keyboard.press('p');
  await expect(page).not.toHaveURL(/page=2/);
  await expect(page.getByRole('link', { name: 'Previous' })).toHaveCount(0);
  await expect(link(0)).toBeVisible();
  await page.keyboard.press('j');
  const title = await link(0).innerText();
  await page.keyboard.press('o');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await expect(page.getByRole('heading', { level: 1, name: 'Tags' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await expect(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await expect(sheet.getByRole('heading', { name: 'Go to' })).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'keys');
  expectQuiet();
});

test('the palette gives commands: for the post that had the focus, for places and for the look', async ({
  page,
}) => {
  const ben = await Author.as(page, 'ben');
  const { id } = await ben.ask();
  await ben.answer(id, 'An answer to vote for.');
  await register(page, 'Kim Commands');
  await page.goto(`/questions/${id}`);
  const answer = page.getByRole('article', { name: /^Answer by Ben/ });
  await expect(answer).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Search' });
  await expect(palette.getByRole('group', { name: 'Commands' })).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'commands');
  await page.getByRole('combobox').fill('vote up');
  await palette.getByRole('option', { name: 'Vote up', exact: true }).click();
  await expect(answer.getByRole('button', { name: 'Vote up', pressed: true })).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('appearance dark');
  await palette.getByRole('option', { name: 'Appearance: Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('leader');
  await palette.getByRole('option', { name: 'Go to: Leaderboard' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Leaderboard/ })).toBeVisible();
});

test('single keys that are switched off are the browser’s again', async ({ page }) => {
  await register(page, 'Vera Voice');
  await page.goto('/settings/appearance');
  await page.getByRole('switch', { name: 'Single-key shortcuts' }).click();
  await expect(page.getByRole('switch', { name: 'Single-key shortcuts' })).not.toBeChecked();
  await page.goto('/questions');
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible();
  await page.keyboard.press('?');
  await page.keyboard.press('j');
  await expect(page.locator('body')).toBeFocused();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
