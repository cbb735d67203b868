import { expect, test } from '@playwright/test';
import { expectAccessible, passphrase, register, signIn, takePictures } from './helpers';
import { Author } from './posts';

test('Ben looks at what there is to earn, and at who earned it', async ({ page }) => {
  await signIn(page, 'ben');
  await page.goto('/badges');
  await expect(page.getByRole('heading', { level: 1, name: 'Badges' })).toBeVisible();
  await expect(page.getByText(/^You hold \d+ of \d\d badges$/)).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Helping across units' })).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'badges');

  await page.getByRole('link', { name: 'Still to earn' }).click();
  await expect(page).toHaveURL(/show=missing/);
  await expect(page.getByRole('progressbar').first()).toBeVisible();
  await page.getByRole('link', { name: 'Earned', exact: true }).click();
  await page.getByRole('link', { name: 'Helpful Answer' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Helpful Answer' })).toBeVisible();
  await expect(page.getByText('Give an answer that reaches a score of 3.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: /people hold it$/ })).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'badge');
  const holders = page.getByRole('region', { name: /people hold it$/ }).getByRole('listitem');
  await holders.first().getByRole('link').first().click();
  await expect(page).toHaveURL(/\/people\/\d+/);
  await page.goto('/badges/no-such-badge');
  await expect(
    page.getByRole('heading', { level: 1, name: 'This page does not exist' }),
  ).toBeVisible();
});

test('Bea asks, Ben votes for it, and within a minute her inbox tells of a badge', async ({
  page,
}) => {
  const ben = await Author.as(page, 'ben');
  const email = await register(page, 'Bea Earns');
  const bea = await Author.enter(page, email, passphrase);
  const { id, title } = await bea.ask();
  await page.goto('/inbox');
  await expect(page.getByRole('heading', { name: 'Nothing has happened yet' })).toBeVisible();
  await ben.send('PUT', `/posts/${id}/vote`, { value: 1 });
  const earned = page.getByRole('article').filter({ hasText: 'What you have earned' });
  await expect(earned).toContainText('You earned the badge First Question', { timeout: 60_000 });
  await expect(earned).toContainText(title);
  const bell = page.getByRole('banner').getByRole('link', { name: /^Inbox/ });
  await expect(bell).toHaveAccessibleName('Inbox, 2 unread');
  await expectAccessible(page);
  await takePictures(page, 'inbox-badge');
  await earned.getByRole('button', { name: 'Mark as read' }).click();
  await expect(bell).toHaveAccessibleName('Inbox, 1 unread');

  await earned.getByRole('link', { name: /First Question/ }).click();
  const holders = page.getByRole('region', { name: /hold it$/ });
  await expect(holders.getByRole('listitem').first()).toContainText('Bea Earns');
  await holders
    .getByRole('link', { name: /Bea Earns/ })
    .first()
    .click();
  await page
    .getByRole('link', { name: /^Badges/ })
    .last()
    .click();
  await expect(page.getByRole('main')).toContainText('First Question');
  await expectAccessible(page);
  await takePictures(page, 'profile-badges');

  await page.goto('/settings/notices');
  const pace = page.getByRole('combobox', { name: 'Badges and privileges you earned' });
  await expect(pace).toHaveValue('daily');
  const kept = page.waitForResponse(
    (reply) =>
      reply.url().endsWith('/mail-preferences') && reply.request().method() !== 'GET' && reply.ok(),
  );
  await pace.selectOption('off');
  await kept;
  await page.reload();
  await expect(pace).toHaveValue('off');
});
