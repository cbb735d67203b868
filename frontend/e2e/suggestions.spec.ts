import { expect, type Page, test } from '@playwright/test';
import { enter, expectAccessible, passphrase, register, takePictures, watchPage } from './helpers';
import { Author, open } from './posts';

/** An edit that a newcomer suggests through the API. */
async function suggested(page: Page, email: string, id: number, title: string, body: string) {
  const newcomer = await Author.enter(page, email, passphrase);
  const response = await newcomer.send('POST', `/posts/${id}/suggestions`, {
    title,
    body,
    tags: ['go'],
    summary: 'Say what happens then',
    version: 1,
  });
  const { id: suggestion }: { id: number } = await response.json();
  return suggestion;
}

test('somebody new suggests an edit, the author accepts it, and both are named', async ({
  page,
}) => {
  const { id, title } = await (await Author.as(page, 'ada')).ask('one\n\ntwo\n\nthree');
  await register(page, 'Nina Newcomer');
  await page.goto(`/questions/${id}`);
  const question = page.getByRole('article', { name: 'Question' });
  await question.getByRole('link', { name: 'Edit' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Suggest an edit of the question',
  );
  await page.getByRole('textbox', { name: 'Details' }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(', and four');
  await page.getByRole('button', { name: 'Suggest this edit' }).click();
  await expect(page.getByRole('alert', { name: 'Errors' })).toContainText('what you changed');
  await page.getByLabel('What did you change?').fill('Four comes after three');
  await expectAccessible(page);
  await takePictures(page, 'suggest-edit');
  await page.getByRole('button', { name: 'Suggest this edit' }).click();
  await expect(page.getByText('The edit that you suggested waits for a decision')).toBeVisible();
  await expect(question).not.toContainText('and four');

  await register(page, 'Otto Other');
  await page.goto(`/questions/${id}`);
  await question.getByRole('button', { name: 'Edit' }).hover();
  await expect(page.getByText('An edit of this was suggested already').first()).toBeVisible();

  await open(page, 'ada', `/questions/${id}`);
  await expect(
    page.getByText('A suggested edit of this question waits for your decision'),
  ).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'suggestion-notice');
  await page.getByRole('link', { name: 'See what would change' }).click();
  await expect(page.getByRole('insertion').first()).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'suggestion');
  await page.getByRole('link', { name: 'Side by side' }).click();
  await expectAccessible(page);
  await takePictures(page, 'suggestion-side-by-side');
  await page.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(page.getByText('Accepted by Ada')).toBeVisible();
  await page.getByRole('link', { name: title }).click();
  await expect(question).toContainText('three, and four');
  await page.goto(`/posts/${id}/revisions`);
  await expect(page.getByText(/Suggested; accepted by/)).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'suggested-version');
});

test('a rejection says why, and its suggester reads it in the inbox and the list', async ({
  page,
}) => {
  const expectQuiet = watchPage(page);
  const { id, title } = await (await Author.as(page, 'ada')).ask();
  const email = await register(page, 'Rita Rejected');
  const suggestion = await suggested(page, email, id, `${title} Why?`, 'It panics.');
  await open(page, 'ada', `/suggestions`);
  await page
    .getByRole('article')
    .filter({ hasText: title })
    .getByRole('link', { name: title })
    .click();
  await page.getByRole('button', { name: 'Reject' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reject this suggestion' });
  await dialog.getByRole('button', { name: 'Reject the suggestion' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Choose why.');
  await dialog.getByLabel('Why?').selectOption('It is not what the author means');
  await dialog.getByLabel(/Anything to add/).fill('I know why. I want to know how.');
  await expectAccessible(page);
  await takePictures(page, 'reject-suggestion');
  await dialog.getByRole('button', { name: 'Reject the suggestion' }).click();
  await expect(page.getByText('I know why. I want to know how.')).toBeVisible();

  await enter(page, email);
  await page.goto('/inbox');
  await page.getByRole('link', { name: /rejected the edit that you suggested/ }).click();
  await expect(page).toHaveURL(new RegExp(`/suggestions/${suggestion}`));
  await expect(page.getByText('It is not what the author means')).toBeVisible();
  await page.goto('/suggestions?view=mine');
  await expect(page.getByText('I know why. I want to know how.')).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'my-suggestions');
  expectQuiet();
});

test('a suggestion that was overtaken by an edit is improved, and loses nothing', async ({
  page,
}) => {
  const ada = await Author.as(page, 'ada');
  const { id, title } = await ada.ask('one\n\ntwo\n\nthree');
  const email = await register(page, 'Cora Conflict');
  const suggestion = await suggested(page, email, id, title, 'one\n\ntwo\n\nTHREE');
  await ada.send('PUT', `/questions/${id}`, {
    title,
    body: 'ONE\n\ntwo\n\nthree',
    tags: ['go'],
    version: 1,
  });
  await open(page, 'root', `/suggestions/${suggestion}`);
  await expect(page.getByText('The post was edited after this was suggested')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Accept', exact: true })).toHaveCount(0);
  await expectAccessible(page);
  await takePictures(page, 'suggestion-conflict');
  await page.getByRole('link', { name: 'Improve and accept' }).click();
  await expect(page.getByRole('textbox', { name: 'Details' })).toContainText('ONE');
  await expect(page.getByRole('textbox', { name: 'Details' })).toContainText('THREE');
  await expectAccessible(page);
  await takePictures(page, 'improve-suggestion');
  await page.getByRole('button', { name: 'Accept with these changes' }).click();
  await expect(page.getByText('Improved and accepted')).toBeVisible();
});

test('what waits for a decision stands in a list', async ({ page }) => {
  await open(page, 'root', '/suggestions');
  await expect(page.getByRole('article').first()).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'suggestions');
});
