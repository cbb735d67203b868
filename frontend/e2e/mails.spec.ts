import { expect, test } from '@playwright/test';
import { expectAccessible, passphrase, register, signIn, takePictures, watchPage } from './helpers';
import { Author } from './posts';

test('Mo chooses what comes by e-mail and when nothing does', async ({ page }) => {
  const expectQuiet = watchPage(page);
  await register(page, 'Mo Mailed');
  await page.goto('/settings/notices');
  const answers = page.getByLabel('Answers to your questions');
  await expect(answers).toHaveValue('at-once');
  await answers.selectOption('weekly');
  await page.getByRole('switch', { name: 'Keep quiet hours' }).click();
  await expect(page.getByLabel('From', { exact: true })).toHaveValue('22:00');
  await expect(page.getByLabel('Time zone')).not.toHaveValue('');
  await expectAccessible(page);
  await takePictures(page, 'settings-mails');
  const kept = page.waitForResponse(/mail-preferences$/);
  await page.getByLabel('From', { exact: true }).fill('21:30');
  await page.getByLabel('From', { exact: true }).blur();
  await kept;
  await page.reload();
  await expect(answers).toHaveValue('weekly');
  await expect(page.getByLabel('From', { exact: true })).toHaveValue('21:30');
  expectQuiet();
});

test('Root reads the mail that an answer made, and its link unsubscribes', async ({ page }) => {
  const expectQuiet = watchPage(page);
  const ben = await Author.as(page, 'ben');
  const email = await register(page, 'Lia Listens');
  const lia = await Author.enter(page, email, passphrase);
  const { id, title } = await lia.ask();
  await ben.answer(id, 'You do not: let the one who sends close it.');
  await signIn(page, 'root');
  await expect(async () => {
    await page.goto('/mails');
    await expect(page.getByRole('article').filter({ hasText: title })).toHaveCount(1, {
      timeout: 2000,
    });
  }).toPass({ timeout: 60_000 });
  const mail = page.getByRole('article').filter({ hasText: title });
  await expect(mail).toContainText(email);
  await mail.getByRole('button', { name: `Read ${title}` }).click();
  await expect(mail).toContainText('answered your question');
  await expectAccessible(page);
  await takePictures(page, 'mails');

  const link = /http\S+\/unsubscribe\S+/.exec(await mail.innerText())?.[0] ?? '';
  await page.goto(link);
  await expect(page.getByText('You will get no more e-mails about answers')).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'unsubscribe');
  await page.getByRole('button', { name: 'Stop these e-mails' }).click();
  await expect(page.getByRole('heading', { name: 'You are unsubscribed' })).toBeVisible();
  expectQuiet();
});
