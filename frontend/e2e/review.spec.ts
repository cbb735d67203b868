import { expect, test } from '@playwright/test';
import { expectAccessible, register, takePictures, watchPage } from './helpers';
import { Author, open } from './posts';

test('Noa flags an answer, withdraws, and flags it again with other words', async ({ page }) => {
  const expectQuiet = watchPage(page);
  const { id } = await (await Author.as(page, 'ada')).ask();
  await (await Author.as(page, 'ben')).answer(id, 'Buy our channels today, at half the price!');
  await open(page, 'noa', `/questions/${id}`);
  const answer = page.getByRole('article', { name: 'Answer by' });
  await answer.getByRole('button', { name: 'Flag', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Flag this post' });
  await dialog.getByRole('button', { name: 'Flag it' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Choose why');
  await dialog.getByRole('radio', { name: /^Needs a moderator/ }).check();
  await dialog.getByRole('textbox', { name: /What should a moderator/ }).fill('Look');
  await dialog.getByRole('button', { name: 'Flag it' }).click();
  await expect(dialog.getByRole('alert')).toContainText('at least 10 characters');
  await dialog.getByRole('radio', { name: /^Spam/ }).check();
  await expectAccessible(page);
  await takePictures(page, 'flag-dialog');
  await dialog.getByRole('button', { name: 'Flag it' }).click();
  await expect(answer.getByRole('button', { name: 'Flag', exact: true })).toBeFocused();

  await answer.getByRole('button', { name: 'Flag', exact: true }).click();
  await dialog.getByRole('button', { name: 'Withdraw my flag' }).click();
  await answer.getByRole('button', { name: 'Flag', exact: true }).click();
  await dialog.getByRole('radio', { name: /^Rude/ }).check();
  await dialog.getByRole('button', { name: 'Flag it' }).click();
  await page.getByRole('button', { name: /Your menu/ }).click();
  await page.getByRole('menuitem', { name: 'My flags' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My flags' })).toBeVisible();
  const rows = page.getByRole('article');
  await expect(rows.first()).toContainText('Not decided yet');
  await expect(rows.nth(1)).toContainText('Withdrawn');
  await expectAccessible(page);
  await takePictures(page, 'my-flags');
  expectQuiet();
});

test('A moderator decides a flag by a key, and its flagger is told', async ({ page }) => {
  const expectQuiet = watchPage(page);
  const { id, title } = await (await Author.as(page, 'ada')).ask();
  const email = await register(page, `Spammer ${Math.random().toString(36).slice(2, 8)}`);
  const spammer = await Author.enter(page, email, 'marble otter lantern');
  const answer = await spammer.answer(id, 'Buy our **channels** today, at half the price!');
  const ada = await Author.as(page, 'ada');
  await ada.send('PUT', `/posts/${answer}/flag`, { reason: 'spam', note: 'Nobody asked for it.' });

  await open(page, 'root', '/review?queue=flags');
  await expect(page.getByRole('heading', { level: 1, name: 'Review' })).toBeVisible();
  const desk = page.getByRole('article', { name: 'Flags' });
  await expect(desk).toBeVisible();
  await expectAccessible(page);
  // The demonstration's own flags come first.
  await expect(async () => {
    if (!(await desk.getByText(title).isVisible())) await page.keyboard.press('n');
    await expect(desk.getByText(title)).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(desk).toContainText('Nobody asked for it.');
  await expect(desk.getByRole('region', { name: 'Answer' })).toContainText('half the price');
  await expectAccessible(page);
  await takePictures(page, 'review-flag');
  await page.keyboard.press('d');
  await expect(page.getByText('Decided: Delete it')).toBeVisible();
  await expect(desk.getByText(title)).toHaveCount(0);

  await page.getByRole('link', { name: 'Decisions' }).click();
  await expect(page.getByRole('article').first()).toContainText(title);
  await expect(page.getByRole('article').first()).toContainText('Deleted');
  await expectAccessible(page);
  await takePictures(page, 'review-decisions');
  const mine = await ada.send('GET', '/me/flags');
  expect((await mine.json()).items[0].outcome).toBe('helpful');
  expectQuiet();
});

test('A question that was asked before stands beside its original', async ({ page }) => {
  const ada = await Author.as(page, 'ada');
  const { id } = await ada.ask();
  const original = await ada.ask('Where is the difference?');
  await (await Author.as(page, 'mia')).send('PUT', `/questions/${id}/closure`, {
    reason: 'needs-detail',
  });
  await open(page, 'root', '/review?queue=duplicates');
  const desk = page.getByRole('article', { name: 'Possible duplicates' });
  await expect(desk).toContainText('Asked before');
  await expectAccessible(page);
  await takePictures(page, 'review-duplicate');
  const first = await desk.getByRole('heading', { level: 3 }).first().textContent();
  await desk.getByRole('button', { name: 'Leave open' }).click();
  await expect(page.getByText('Decided: Leave open')).toBeVisible();
  await expect(desk.getByRole('heading', { level: 3 }).first()).not.toHaveText(String(first));
  expect(original.id).toBeGreaterThan(id);
});

test('Whoever has the reputation reviews first posts, and skips what they like', async ({
  page,
}) => {
  const email = await register(page, `Newcomer ${Math.random().toString(36).slice(2, 8)}`);
  const newcomer = await Author.enter(page, email, 'marble otter lantern');
  const { title } = await newcomer.ask();
  await open(page, 'ben', '/review?queue=first-posts');
  await expect(page.getByRole('link', { name: /^Flags/ })).toHaveCount(0);
  const desk = page.getByRole('article', { name: 'First posts' });
  await expect(async () => {
    if (!(await desk.getByText(title).isVisible())) await page.keyboard.press('n');
    await expect(desk.getByText(title)).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expectAccessible(page);
  await takePictures(page, 'review-first-post');
  await page.keyboard.press('s');
  await expect(desk.getByText(title)).toHaveCount(0);
});
