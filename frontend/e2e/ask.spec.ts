import { expect, test } from '@playwright/test';
import { expectAccessible, register, takePictures, watchPage } from './helpers';

const unique = () => Math.random().toString(36).slice(2, 10);

// Each of these asks as somebody of their own: the account keeps what is written here for all windows of a person.
test('Eva asks, and finds what was asked before while she types', async ({ page }) => {
  const expectQuiet = watchPage(page);
  await register(page, 'Eva Asks');
  await page.goto('/questions/ask');
  const title = page.getByRole('textbox', { name: 'Title' });
  await title.fill('Query ignores the index on created_at');
  await expect(page.getByText(/may already have your answer/)).toBeVisible();

  await title.fill(`How do we archive the ${unique()} register?`);
  await page.getByRole('textbox', { name: 'Details' }).click();
  await page.keyboard.type('We have **two** copies.');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByRole('region', { name: 'Preview' }).locator('strong')).toHaveText('two');
  await page.getByRole('button', { name: 'Markdown' }).click();

  const tags = page.getByRole('combobox', { name: 'Tags' });
  await tags.pressSequentially('postg');
  await page
    .getByRole('option', { name: /^postgres/ })
    .first()
    .click();
  await tags.pressSequentially('Land Registry,');
  await expectAccessible(page);
  await takePictures(page, 'ask');
  await page.getByRole('button', { name: 'Post your question' }).click();

  await expect(page).toHaveURL(/\/questions\/\d+\/how-do-we-archive-the-/);
  await expect(page.getByRole('article', { name: 'Question' })).toContainText('two copies');
  expectQuiet();
});

test('errors are gathered in a summary that leads to the fields, and nothing typed is lost', async ({
  page,
}) => {
  await register(page, 'Eva Errs');
  await page.goto('/questions/ask');
  await page.getByRole('textbox', { name: 'Title' }).fill('Short');
  await page.getByRole('textbox', { name: 'Details' }).click();
  await page.keyboard.type('It is urgent.');
  await page.getByRole('button', { name: 'Post your question' }).click();
  const summary = page.getByRole('alert', { name: 'Errors' });
  await expect(summary).toBeFocused();
  await expect(summary).toContainText('2 things need your attention');
  await expectAccessible(page);
  await summary.getByRole('link', { name: /at least 10 characters/ }).click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused();

  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Short');
  await expect(page.getByText('You began this question earlier.')).toBeVisible();
  await page.getByRole('button', { name: 'Start afresh' }).click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('');
});

test('a title and a tag are enough for a quick question', async ({ page }) => {
  await register(page, 'Eva Quick');
  await page.goto(`/questions/ask?title=Who keeps the ${unique()} key?&tag=facility`);
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(/^Who keeps the/);
  await page.getByRole('button', { name: 'Post your question' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Who keeps the/ })).toBeVisible();
  await expect(page.getByRole('link', { name: 'facility' })).toBeVisible();
});

test('a visitor is asked to sign in, and comes back', async ({ page }) => {
  await page.goto('/questions/ask');
  await expect(page.getByRole('heading', { name: 'Sign in to ask' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/next=/);
});

test('the form speaks German, down to the words of the server', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'de-DE' });
  const page = await context.newPage();
  const email = `${unique()}@example.org`;
  const password = `${unique()}-${unique()}`;
  const account = { name: 'Grete Neumann', email, password, language: 'de' };
  expect((await page.request.post('/api/v1/users', { data: account })).status()).toBe(201);
  expect(
    (await page.request.post('/api/v1/sessions', { data: { email, password } })).status(),
  ).toBe(201);
  await page.addInitScript(() => localStorage.setItem('wellspring.signed-in', '1'));
  await page.goto('/questions/ask');
  await expect(page.getByRole('heading', { level: 1, name: 'Frage stellen' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Titel' }).fill('Kurz');
  await page.getByRole('main').getByRole('button', { name: 'Frage stellen' }).click();
  await expect(page.getByRole('alert', { name: 'Fehler' })).toContainText('Zeichen');
  await context.close();
});
