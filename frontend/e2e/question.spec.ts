import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, signIn, takePictures, watchPage } from './helpers';
import { Author, open } from './posts';

const answer = (page: Page, name: string) => page.getByRole('article', { name });

test('a visitor reads a solved question, and the page asks nobody else', async ({ page }) => {
  const expectQuiet = watchPage(page);
  const list = await page.request.get('/api/v1/questions?view=votes');
  const { items }: { items: { id: number; title: string; accepted: boolean }[] } =
    await list.json();
  const solved = items.find(({ accepted }) => accepted);
  await page.goto(`/questions/${solved?.id}`);
  await expect(page.getByRole('heading', { level: 1, name: solved?.title ?? '' })).toBeVisible();
  await expect(page).toHaveURL(/\/questions\/\d+\/[\w-]+$/);
  await expect(page.getByRole('article', { name: /^Accepted answer by/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add a comment' })).toHaveCount(0);
  await expectAccessible(page);

  // Playwright takes a refused control for one that cannot be pressed; people can, and learn why.
  await page.getByRole('button', { name: 'Vote up' }).first().click({ force: true });
  await expect(page.getByRole('alert')).toContainText('Sign in');
  await page.getByRole('link', { name: 'Sign in to answer' }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  expectQuiet();
});

test('Ben answers, Ada accepts; everything shows at once and is there after a reload', async ({
  page,
}) => {
  const ada = await Author.as(page, 'ada');
  const { id, title } = await ada.ask();
  await open(page, 'ben', `/questions/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

  await test.step('an answer is written, kept over a reload, and posted', async () => {
    await page.getByRole('button', { name: /^Write what you know/ }).click();
    const field = page.getByRole('textbox', { name: 'Your answer' });
    await expect(field).toBeFocused();
    await page.keyboard.type('You do not. Let the **sender** close it.');
    await expect(page.getByText('Your draft is kept in your account.')).toBeVisible();
    await page.reload();
    await expect(field).toContainText('Let the **sender** close it.');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Preview' }).click();
    await expect(page.getByRole('region', { name: 'Preview' }).locator('strong')).toHaveText(
      'sender',
    );
    await page.getByRole('button', { name: 'Post your answer' }).click();
    await expect(answer(page, 'Answer by Ben Okkerse')).toBeFocused();
    await expect(page.getByRole('heading', { name: '1 answer' })).toBeVisible();
  });

  await test.step('a second answer is asked about', async () => {
    await page.getByRole('button', { name: /^You have answered this question/ }).click();
    await page.keyboard.type('Or use sync.Once.');
    await page.getByRole('button', { name: 'Post your answer' }).click();
    const dialog = page.getByRole('dialog', { name: 'Post a second answer?' });
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button', { name: 'Post a second answer' }).click();
    await expect(page.getByRole('heading', { name: '2 answers' })).toBeVisible();
  });

  await open(page, 'ada', `/questions/${id}?answers=oldest`);
  const first = answer(page, 'Answer by Ben Okkerse').first();
  await first.getByRole('button', { name: 'Vote up' }).click();
  await expect(first.getByRole('button', { name: 'Vote up', pressed: true })).toBeVisible();
  await first.getByRole('button', { name: 'Accept this answer' }).click();
  const accepted = answer(page, 'Accepted answer by Ben Okkerse');
  await expect(accepted).toBeVisible();
  await accepted.getByRole('button', { name: 'Add a comment' }).click();
  await page.keyboard.type('That was it, `close` in one place.');
  await page.keyboard.press('Control+Enter');
  await expect(accepted.getByRole('listitem').getByText('close', { exact: true })).toBeVisible();

  await page.reload();
  await expect(accepted.getByRole('button', { name: 'Vote up', pressed: true })).toBeVisible();
  await expect(accepted.getByRole('listitem').getByText('close', { exact: true })).toBeVisible();
  await expect(page.getByText('Solved', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'question');

  await accepted.getByRole('button', { name: 'Accept this answer' }).click();
  await expect(answer(page, 'Accepted answer by Ben Okkerse')).toHaveCount(0);
});

test('what the server refuses is undone with its reason', async ({ page }) => {
  const ben = await Author.as(page, 'ben');
  const { id } = await ben.ask();
  await open(page, 'ada', `/questions/${id}`);
  const question = page.getByRole('article', { name: 'Question' });
  await page.route('**/posts/*/vote', (route) => route.abort());
  await question.getByRole('button', { name: 'Vote up' }).click();
  await expect(page.getByRole('alert')).toContainText('The server cannot be reached');
  await expect(question.getByRole('button', { name: 'Vote up', pressed: false })).toBeVisible();
  await expect(question.getByRole('status', { name: 'Score 0' })).toBeVisible();
});

test('the order of the answers stands in the address', async ({ page }) => {
  const ada = await Author.as(page, 'ada');
  const { id } = await ada.ask();
  const ben = await Author.as(page, 'ben');
  await ben.answer(id, 'The first of two.');
  await ben.answer(id, 'The second of two.');
  await page.goto('/questions');
  await open(page, 'ada', `/questions/${id}`);
  const order = page.getByRole('combobox', { name: 'Order of the answers' });
  await order.selectOption('Newest first');
  await expect(page).toHaveURL(/\?answers=newest$/);
  await expect(page.getByRole('article').nth(1)).toContainText('The second of two.');
  await order.selectOption('Oldest first');
  await expect(page.getByRole('article').nth(1)).toContainText('The first of two.');
  await page.goBack();
  await expect(order).toHaveValue('newest');
});

test('an edit is a version with a summary, and two at once lose nothing', async ({ page }) => {
  const ben = await Author.as(page, 'ben');
  const { id, title } = await ben.ask('one\n\ntwo\n\nthree');
  await open(page, 'ada', `/questions/${id}`);
  await page.getByRole('article', { name: 'Question' }).getByRole('link', { name: 'Edit' }).click();
  await expect(page).toHaveURL(/\/edit$/);
  const text = page.getByRole('textbox', { name: 'Details' });
  await text.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(', and more');
  await page.getByLabel('What did you change?').fill('Say what comes after three');
  await expectAccessible(page);

  // Meanwhile Ben saves something else.
  await ben.send('PUT', `/questions/${id}`, {
    title,
    body: 'ONE\n\ntwo\n\nthree',
    tags: ['go'],
    version: 1,
  });
  await page.getByRole('button', { name: 'Save the changes' }).click();
  const conflict = page.getByRole('region', { name: /newer version was saved/ });
  await expect(conflict).toBeFocused();
  await expect(conflict).toContainText('Ben Okkerse');
  await expectAccessible(page);
  await takePictures(page, 'edit-conflict');
  await conflict.getByRole('button', { name: 'Combine both' }).click();
  await expect(text).toContainText('ONE');
  await expect(text).toContainText('three, and more');
  await page.getByRole('button', { name: 'Save the changes' }).click();
  await expect(page.getByRole('article', { name: 'Question' })).toContainText('three, and more');

  await page.getByRole('link', { name: 'All versions' }).first().click();
  await expect(page.getByRole('heading', { name: 'Version 3' })).toBeVisible();
  await expect(page.getByText('Say what comes after three')).toBeVisible();
  await expect(page.getByRole('insertion').first()).toContainText(', and more');
  await page.getByRole('link', { name: 'Side by side' }).click();
  await expect(page).toHaveURL(/\?view=split$/);
  await expectAccessible(page);
  await takePictures(page, 'versions');

  await page.getByRole('link', { name: 'Edit from this version' }).last().click();
  await expect(page.getByLabel('What did you change?')).toHaveValue('Back to version 1');
  await expect(text).toContainText('one');
});

test('a question is deleted after asking, and comes back', async ({ page }) => {
  const ada = await Author.as(page, 'ada');
  const { id } = await ada.ask();
  await open(page, 'ada', `/questions/${id}`);
  await page.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete this question?' });
  await expect(dialog).toContainText('You can undelete it');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Delete question' }).click();
  await expect(page.getByText('This question is deleted')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Undelete' }).click();
  await expect(page.getByText('This question is deleted')).toHaveCount(0);
});

test('the keyboard alone walks, votes, comments and answers', async ({ page }) => {
  const ben = await Author.as(page, 'ben');
  const { id } = await ben.ask();
  await ben.answer(id, 'An answer to walk to.');
  await open(page, 'ada', `/questions/${id}`);
  await expect(answer(page, 'Answer by Ben Okkerse')).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByRole('article', { name: 'Question' })).toBeFocused();
  await page.keyboard.press('j');
  await expect(answer(page, 'Answer by Ben Okkerse')).toBeFocused();
  await page.keyboard.press('u');
  await expect(page.getByRole('button', { name: 'Vote up', pressed: true })).toHaveCount(1);
  await page.keyboard.press('k');
  await page.keyboard.press('c');
  await expect(page.getByRole('textbox', { name: 'Your comment' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toBeFocused();
  await page.keyboard.type('just text');
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toHaveText('just text');
  await page.getByRole('button', { name: 'Discard the draft' }).click();
  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await expectAccessible(page);
});

test('mathematics and code are shown as they are meant, within the content policy', async ({
  page,
}) => {
  const expectQuiet = watchPage(page);
  const ada = await Author.as(page, 'ada');
  const { id } = await ada.ask(
    'Inline $a^2 + b^2$ and alone:\n\n$$\n\\frac{1}{\\sqrt{2\\pi}} \\int e^{-x^2/2} dx\n$$\n\n```go\nfunc main() {}\n```\n\nBroken: $\\frac{1$ stays.',
  );
  await open(page, 'ada', `/questions/${id}`);
  await expect(page.locator('.math-inline .katex').first()).toBeVisible();
  await expect(page.locator('.math-display .katex-display')).toBeVisible();
  await expect(page.locator('pre .k, pre .kd').first()).toBeVisible();
  await expect(page.getByText('\\frac{1', { exact: true })).toBeVisible();
  await expectAccessible(page);
  expectQuiet();
});

test('a question that does not exist says so', async ({ page }) => {
  await signIn(page, 'ada');
  await page.goto('/questions/99999999');
  await expect(page.getByRole('heading', { name: 'This page does not exist' })).toBeVisible();
  await page.goto('/questions/not-a-number');
  await expect(page.getByRole('heading', { name: 'This page does not exist' })).toBeVisible();
});
