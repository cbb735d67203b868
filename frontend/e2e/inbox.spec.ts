import { expect, test } from '@playwright/test';
import { expectAccessible, passphrase, register, signIn, takePictures, watchPage } from './helpers';
import { Author } from './posts';

test('Ben answers while Ida has a page open: the bell says so, she opens it, and it is read', async ({
  page,
}) => {
  const expectQuiet = watchPage(page);
  const ben = await Author.as(page, 'ben');
  const email = await register(page, 'Ida Listens');
  const ida = await Author.enter(page, email, passphrase);
  const { id, title } = await ida.ask();
  const listening = page.waitForResponse(/inbox\/stream$/);
  await page.goto('/tags');
  await listening;
  const bell = page.getByRole('banner').getByRole('link', { name: /^Inbox/ });
  await expect(bell).toHaveAccessibleName('Inbox');
  const answer = await ben.answer(id, 'You do not: let the one who sends close it.');
  await expect(bell).toHaveAccessibleName('Inbox, 1 unread');

  await bell.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible();
  // The vote may also earn her a badge, of which the inbox tells apart.
  const apart = { hasText: title, hasNotText: 'What you have earned' };
  const thread = page.getByRole('article').filter(apart);
  await expect(thread).toContainText('answered your question');
  await expect(thread).toContainText('let the one who sends close it');
  await expectAccessible(page);
  await takePictures(page, 'inbox-live');

  await thread.getByRole('button', { name: 'Snooze' }).click();
  await page.getByRole('menuitem', { name: 'Tomorrow at 8' }).click();
  await expect(thread).toHaveCount(0);
  await expect(bell).toHaveAccessibleName('Inbox');
  await page.getByRole('link', { name: 'Snoozed' }).click();
  await expect(thread).toContainText('Snoozed until');
  await thread.getByRole('button', { name: 'Bring back' }).click();
  await expect(bell).toHaveAccessibleName('Inbox, 1 unread');

  await page.getByRole('link', { name: 'Unread', exact: true }).click();
  await thread.getByRole('link', { name: /answered your question/ }).click();
  await expect(page).toHaveURL(new RegExp(`/questions/${id}/.*#answer-${answer}`));
  await expect(bell).toHaveAccessibleName('Inbox');

  await page.goto('/inbox');
  await ben.send('PUT', `/posts/${id}/vote`, { value: 1 });
  await expect(thread).toContainText('1 up-vote on your question');
  expectQuiet();
});

test('Fay follows a question, a person and a space, and leaves them again', async ({ page }) => {
  const expectQuiet = watchPage(page);
  const ada = await Author.as(page, 'ada');
  const { id, title } = await ada.ask();
  const { me }: { me: { id: number } } = await (
    await page.request.post('/api/v1/sessions', {
      data: { email: 'ada@example.org', password: 'demonstration' },
    })
  ).json();
  await register(page, 'Fay Follows');
  await page.goto(`/questions/${id}`);
  const question = page.getByRole('article', { name: 'Question' });
  await question.getByRole('button', { name: 'Follow' }).click();
  await expect(question.getByRole('button', { name: 'Stop following' })).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'follow-question');
  await page.goto(`/people/${me.id}`);
  await page.getByRole('button', { name: /^Follow / }).click();
  await expect(page.getByRole('button', { name: /^Stop following / })).toBeVisible();
  await takePictures(page, 'follow-person');
  await page.goto('/spaces/citizen-services');
  await page.getByRole('button', { name: /^Follow / }).click();
  await expect(page.getByRole('button', { name: /^Stop following / })).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'follow-space');

  await page.getByRole('button', { name: /Your menu/ }).click();
  await page.getByRole('menuitem', { name: 'Following' }).click();
  const row = page.getByRole('article').filter({ hasText: title });
  await expect(row).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'following');
  await row.getByRole('button', { name: /^Stop following/ }).click();
  await expect(row).toHaveCount(0);
  const kinds = page.getByRole('navigation', { name: 'What you follow' });
  await kinds.getByRole('link', { name: 'People' }).click();
  await page.getByRole('button', { name: /^Stop following/ }).click();
  await expect(page.getByText('Nothing here yet')).toBeVisible();
  await kinds.getByRole('link', { name: 'Spaces' }).click();
  await page.getByRole('button', { name: /^Stop following/ }).click();
  await expect(page.getByText('Nothing here yet')).toBeVisible();
  expectQuiet();
});

test('the inbox of the demonstration, and desktop notices for those who want them', async ({
  page,
}) => {
  await page.context().grantPermissions(['notifications']);
  await signIn(page, 'ada');
  await page.goto('/inbox');
  await expect(page.getByRole('article').first()).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'inbox');
  await page.goto('/settings/notices');
  const notices = page.getByRole('switch', { name: 'Show notices on this computer' });
  await expect(notices).not.toBeChecked();
  await notices.click();
  await expect(notices).toBeChecked();
  await expectAccessible(page);
  await takePictures(page, 'settings-notices');
  await page.reload();
  await expect(notices).toBeChecked();
  await page.context().clearCookies();
  await page.evaluate(() => localStorage.clear());
  const visitor = await page.context().newPage();
  await visitor.goto('/inbox');
  await expect(visitor.getByRole('heading', { name: 'Sign in to see your inbox' })).toBeVisible();
});
