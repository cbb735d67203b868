import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible, takePictures, watchPage } from './helpers';
import { Author, open } from './posts';

test('Noa copies a link and the text of an answer, and the link leads back to it', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const expectQuiet = watchPage(page);
  const ada = await Author.as(page, 'ada');
  const ben = await Author.as(page, 'ben');
  const { id, title } = await ada.ask();
  const answerId = await ben.answer(
    id,
    'See [the other one](/questions/1), then `close` **once**.',
  );
  await open(page, 'noa', `/q/${id}`);
  await expect(page).toHaveURL(new RegExp(`/questions/${id}/how-do-i-close-a-channel-twice`));
  const copied = () => page.evaluate(() => navigator.clipboard.readText());

  const answer = page.getByRole('article', { name: /^Answer by Ben/ });
  await answer.getByRole('button', { name: 'Share' }).click();
  const menu = page.getByRole('menu', { name: 'Share' });
  await expect(menu.getByRole('menuitem')).toHaveText([
    'Copy link',
    'Copy as Markdown',
    'Print the page',
  ]);
  await expectAccessible(page);
  await takePictures(page, 'share-menu');
  await menu.getByRole('menuitem', { name: 'Copy as Markdown' }).click();
  await expect(page.getByText('The text is copied as Markdown.')).toBeVisible();
  await expect(answer.getByRole('button', { name: 'Share' })).toBeFocused();
  const origin = new URL(page.url()).origin;
  const text = await copied();
  expect(text).toContain(
    `# ${title}\n\nSee [the other one](${origin}/questions/1), then \`close\``,
  );
  expect(text).toContain(`Source: [${title}](${origin}/a/${answerId}), answered by Ben Okkerse on`);

  await page.keyboard.press('Enter');
  await menu.getByRole('menuitem', { name: 'Copy link' }).click();
  await expect(page.getByText('The link is copied.')).toBeVisible();
  expect(await copied()).toBe(`${origin}/a/${answerId}`);
  await page.goto(await copied());
  await expect(page).toHaveURL(new RegExp(`/questions/${id}/.*#answer-${answerId}$`));
  await expect(answer).toBeFocused();
  expectQuiet();
});

test('a short link to a post that is not there says so', async ({ page }) => {
  for (const path of ['/a/99999999', '/a/x', '/q/99999999', '/q/x']) {
    await open(page, 'ada', path);
    await expect(page.getByRole('heading', { name: 'This page does not exist' })).toBeVisible();
  }
});

test('on paper a question is its text, with all answers and the addresses of links', async ({
  page,
}) => {
  const ada = await Author.as(page, 'ada');
  const ben = await Author.as(page, 'ben');
  const { id } = await ada.ask(
    'It [panics](https://go.dev/ref/spec#Close), and I do not see why.\n\n```go\nclose(c)\nclose(c)\n```',
  );
  for (let number = 1; number <= 31; number++) {
    await ben.answer(id, `Answer number ${number}: close it **once**, in the place that sends.`);
  }
  await open(page, 'ada', `/questions/${id}`);
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  const question = page.getByRole('article', { name: 'Question' });
  await question.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('menuitem', { name: 'Print the page' }).click();
  await expect(page.locator('body[data-printed]')).toBeVisible();
  await expect(page.getByRole('article', { name: /^Answer by Ben/ })).toHaveCount(31);

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByText(`Printed from ${new URL(page.url()).origin}/q/${id}`)).toBeVisible();
  for (const chrome of ['navigation', 'complementary', 'button', 'textbox', 'searchbox'] as const) {
    await expect(page.getByRole(chrome).filter({ visible: true })).toHaveCount(0);
  }
  const address = await question
    .getByRole('link', { name: 'panics' })
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(address).toContain('https://go.dev/ref/spec#Close');
  await page.setViewportSize({ width: 720, height: 1018 });
  await page.screenshot({ path: join(import.meta.dirname, '.shots', 'question-print.png') });
  await page.pdf({ path: join(import.meta.dirname, '.shots', 'question-print.pdf'), format: 'A4' });
});
