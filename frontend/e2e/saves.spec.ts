import { expect, test } from '@playwright/test';
import { expectAccessible, register, signIn, takePictures, watchPage } from './helpers';
import { Author, open } from './posts';

test('Noa saves a question with a note, finds it again, and tidies his lists', async ({ page }) => {
  const expectQuiet = watchPage(page);
  const ada = await Author.as(page, 'ada');
  const { id, title } = await ada.ask();
  await open(page, 'noa', `/questions/${id}`);
  const question = page.getByRole('article', { name: 'Question' });
  await question.getByRole('button', { name: 'Save', pressed: false }).click();
  const saved = page.getByRole('dialog', { name: 'Saved' });
  await expect(question.getByRole('button', { name: 'Save', pressed: true })).toBeVisible();
  await saved.getByRole('textbox', { name: 'Note' }).fill('For the talk on Monday.');
  await expectAccessible(page);
  await takePictures(page, 'save-popover');
  await page.keyboard.press('Escape');
  await expect(question.getByRole('button', { name: 'Save', pressed: true })).toBeFocused();

  await page.getByRole('button', { name: /Your menu/ }).click();
  await page.getByRole('menuitem', { name: 'Saved' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Saved' })).toBeVisible();
  const row = page.getByRole('article').filter({ hasText: title });
  await expect(row).toContainText('For the talk on Monday.');

  const list = `Talks ${Math.random().toString(36).slice(2, 8)}`;
  await page.getByRole('textbox', { name: 'New list' }).fill(list);
  await page.getByRole('button', { name: 'Make the list' }).click();
  await expect(page.getByRole('button', { name: `Rename ${list}` })).toBeVisible();
  await row.getByRole('button', { name: 'Note and list' }).click();
  await row.getByRole('combobox', { name: 'List' }).selectOption(list);
  await row.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('navigation', { name: 'Lists' }).getByRole('link', { name: list }).click();
  await expect(page).toHaveURL(/list=\d+/);
  await expect(row).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search in what you saved' }).fill('nothing like it');
  await expect(page.getByText('Nothing you saved holds these words')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search in what you saved' }).fill('monday');
  await expect(row).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: `Delete ${list}` }).click();
  await page.getByRole('button', { name: 'Delete list' }).click();
  await expect(page.getByRole('link', { name: list })).toHaveCount(0);
  await page.goto('/saves');
  await row.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(row).toHaveCount(0);
  expectQuiet();
});

test('the saved posts of the demonstration can be looked at, and by nobody else', async ({
  page,
}) => {
  await signIn(page, 'ben');
  await page.goto('/saves');
  await expect(page.getByText('before touching anything')).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'saves');
  await page.context().clearCookies();
  await page.evaluate(() => localStorage.clear());
  const visitor = await page.context().newPage();
  await visitor.goto('/saves');
  await expect(
    visitor.getByRole('heading', { name: 'Sign in to see what you saved' }),
  ).toBeVisible();
});

test('Maja ignores a tag by a pattern: its questions are dimmed, and then hidden', async ({
  page,
}) => {
  const ada = await Author.as(page, 'ada');
  const { title } = await ada.ask();
  await register(page, 'Maja Ignores');
  await page.goto('/questions');
  const rail = page.getByRole('region', { name: 'Your tags' });
  await rail.getByRole('button', { name: 'Change' }).click();
  await rail.getByRole('combobox', { name: 'Ignore another tag' }).fill('g*');
  await rail.getByRole('button', { name: 'Add' }).nth(1).click();
  await expect(rail.getByText('Write at least two letters')).toBeVisible();
  await rail.getByRole('combobox', { name: 'Ignore another tag' }).fill('go*');
  await rail.getByRole('button', { name: 'Add' }).nth(1).click();
  await expect(rail.getByRole('button', { name: 'Stop ignoring go*' })).toBeVisible();
  const row = page.getByRole('article').filter({ hasText: title });
  await expect(row).toContainText('Ignored tag');
  await expectAccessible(page);
  await takePictures(page, 'tag-preferences');
  await rail.getByRole('checkbox', { name: 'Hide questions with ignored tags' }).check();
  await expect(row).toHaveCount(0);
  await rail.getByRole('checkbox', { name: 'Hide questions with ignored tags' }).uncheck();
  await rail.getByRole('button', { name: 'Stop ignoring go*' }).click();
  await expect(row).toBeVisible();
  await expect(row).not.toContainText('Ignored tag');
});
