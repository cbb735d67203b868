import { expect, test } from '@playwright/test';
import { expectAccessible, takePictures, watchPage } from './helpers';
import { Author, open } from './posts';

test('A moderator closes a duplicate, whose page and original then lead to each other', async ({
  page,
}) => {
  const expectQuiet = watchPage(page);
  const original = await (await Author.as(page, 'ada')).ask();
  const duplicate = await (await Author.as(page, 'ben')).ask();
  await open(page, 'root', `/questions/${duplicate.id}`);
  const question = page.getByRole('article', { name: 'Question' });
  await question.getByRole('button', { name: 'Close', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Close this question' });
  await dialog.getByRole('button', { name: 'Close question' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Choose why');
  await dialog.getByRole('radio', { name: /^Duplicate/ }).check();
  const words = dialog.getByRole('searchbox', { name: 'Which question is the original?' });
  const found = dialog.getByRole('radio', { name: original.title });
  // The search engine learns of a new question a moment after it was asked.
  await expect(async () => {
    await words.fill('');
    await words.fill(original.title.slice(-10));
    await expect(found).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await found.check();
  await dialog.getByRole('textbox', { name: /What should the asker know/ }).fill('See its answer.');
  await expectAccessible(page);
  await takePictures(page, 'close-dialog');
  await dialog.getByRole('button', { name: 'Close question' }).click();
  await expect(page.getByText('This question was asked before')).toBeVisible();
  await expect(page.getByText('See its answer.')).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'closed');

  await page.getByRole('link', { name: original.title }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: original.title })).toBeVisible();
  const duplicates = page.getByRole('region', { name: 'Duplicates of this question' });
  await expectAccessible(page);
  await takePictures(page, 'original');
  await duplicates.getByRole('link', { name: duplicate.title }).click();
  await expect(page.getByText('takes no more answers')).toBeVisible();

  await page.getByRole('main').getByRole('link', { name: 'History' }).click();
  await expect(page.getByRole('heading', { name: 'Closed as a duplicate' })).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'history-of-a-closed-question');
  await page.goBack();
  await question.getByRole('button', { name: 'Reopen' }).click();
  const reopening = page.getByRole('dialog', { name: 'Reopen this question' });
  await reopening.getByRole('textbox', { name: /What has changed/ }).fill('It is another one.');
  await reopening.getByRole('button', { name: 'Reopen question' }).click();
  await expect(page.getByText('This question was asked before')).toHaveCount(0);
  await expect(question.getByRole('button', { name: 'Close', exact: true })).toBeVisible();
  expectQuiet();
});

test('Ada votes to close her own question, and takes the vote back', async ({ page }) => {
  const { id } = await (await Author.as(page, 'ada')).ask();
  await open(page, 'ada', `/questions/${id}`);
  const question = page.getByRole('article', { name: 'Question' });
  await question.getByRole('button', { name: 'Close', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Vote to close this question' });
  await expect(dialog).toContainText('3 votes are needed.');
  await dialog.getByRole('radio', { name: /^Outdated/ }).check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Vote to close' }).click();
  await question.getByRole('button', { name: 'Close (1/3)' }).click();
  await dialog.getByRole('button', { name: 'Take my vote back' }).click();
  await expect(dialog).toContainText('3 votes are needed.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(question.getByRole('button', { name: 'Close', exact: true })).toBeFocused();
});

test('A moderator locks, pins and protects a question, and everybody sees what that means', async ({
  page,
}) => {
  const { id, title } = await (await Author.as(page, 'ada')).ask();
  await open(page, 'root', `/questions/${id}`);
  await page.getByRole('button', { name: 'Moderate' }).click();
  const dialog = page.getByRole('dialog', { name: 'Moderate this question' });
  for (const mark of [/^Lock/, /^Pin/, /^Protect/])
    await dialog.getByRole('checkbox', { name: mark }).check();
  await dialog.getByRole('textbox', { name: /Why/ }).fill('Tempers run high.');
  await expectAccessible(page);
  await takePictures(page, 'moderate-dialog');
  await dialog.getByRole('button', { name: 'Change question' }).click();
  await expect(page.getByText('This question is locked')).toBeVisible();
  await expect(page.getByText('This question is protected')).toBeVisible();
  await expect(page.getByText('Tempers run high.').first()).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'locked');
  await page.goto('/questions?space=organisation');
  await expect(page.getByRole('main').getByRole('article').first()).toContainText(title);

  await open(page, 'noa', `/questions/${id}`);
  await expect(page.getByText('is locked and takes no more answers')).toBeVisible();
  await open(page, 'root', `/questions/${id}`);
  await page.getByRole('button', { name: 'Moderate' }).click();
  for (const mark of [/^Lock/, /^Pin/, /^Protect/])
    await dialog.getByRole('checkbox', { name: mark }).uncheck();
  await dialog.getByRole('button', { name: 'Change question' }).click();
  await expect(page.getByText('This question is locked')).toHaveCount(0);
});

test('A moderator merges a question, whose address then leads to the other', async ({ page }) => {
  const ada = await Author.as(page, 'ada');
  const [from, into] = [await ada.ask(), await ada.ask()];
  await (await Author.as(page, 'ben')).answer(from.id, 'Let the sender close it.');
  await open(page, 'root', `/questions/${from.id}`);
  await page.getByRole('button', { name: 'Merge' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge this question into another one' });
  const words = dialog.getByRole('searchbox', { name: 'Which question gets the answers?' });
  const found = dialog.getByRole('radio', { name: into.title });
  await expect(async () => {
    await words.fill('');
    await words.fill(into.title.slice(-10));
    await expect(found).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await found.check();
  await expectAccessible(page);
  await takePictures(page, 'merge-dialog');
  await dialog.getByRole('button', { name: 'Merge questions' }).click();
  await expect(page.getByRole('heading', { level: 1, name: into.title })).toBeVisible();
  await expect(page.getByText('Let the sender close it.')).toBeVisible();

  await open(page, 'noa', `/questions/${from.id}`);
  await expect(page.getByRole('heading', { level: 1, name: into.title })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/questions/${into.id}/`));
});

test('A moderator deletes an answer and says why, which its author reads', async ({ page }) => {
  const { id } = await (await Author.as(page, 'ada')).ask();
  await (await Author.as(page, 'ben')).answer(id, 'Buy my channels!');
  await open(page, 'root', `/questions/${id}`);
  const answer = page.getByRole('article', { name: /Answer by Ben/ });
  await answer.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete this answer?' });
  await dialog.getByRole('button', { name: 'Delete answer' }).click();
  await expect(dialog).toContainText('Say why, so that the author understands.');
  await dialog.getByRole('textbox', { name: 'Why is it deleted?' }).fill('Advertising.');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Delete answer' }).click();
  await open(page, 'ben', `/questions/${id}`);
  await expect(page.getByText('This answer is deleted')).toBeVisible();
  await expect(page.getByText('Advertising.')).toBeVisible();
});
