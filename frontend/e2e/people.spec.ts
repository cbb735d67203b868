import { expect, test } from '@playwright/test';
import { enter, expectAccessible, register, signIn, takePictures, watchPage } from './helpers';

test('people are found by name, and the address holds it', async ({ page }) => {
  const expectQuiet = watchPage(page);
  await signIn(page, 'ada');
  await page.goto('/people');
  await expect(page.getByRole('article').first()).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'people');

  await page.getByRole('searchbox', { name: 'Filter the people by name' }).fill('okke');
  await expect(page).toHaveURL(/q=okke/);
  await expect(page.getByRole('article')).toHaveCount(1);
  await page.getByRole('link', { name: 'Ben Okkerse' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ben Okkerse' })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('okke');

  await page.getByRole('searchbox').fill('xyzxyz');
  await expect(page.getByRole('heading', { name: /Nobody has “xyzxyz”/ })).toBeVisible();
  expectQuiet();
});

test('a profile shows who somebody is and the best they have written', async ({ page }) => {
  await signIn(page, 'ada');
  await page.goto('/people?q=okkerse');
  await page.getByRole('link', { name: 'Ben Okkerse' }).click();
  await expect(page.getByText('Senior systems engineer · IT Operations')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Best answers' })).toBeVisible();
  await expect(
    page.getByRole('complementary').getByRole('link', { name: 'postgres' }),
  ).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'profile');

  const parts = page.getByRole('navigation', { name: 'Parts of the profile' });
  await parts.getByRole('link', { name: /^Answers/ }).click();
  await expect(page).toHaveURL(/tab=answers/);
  await expect(parts.locator('[aria-current]')).toHaveCount(1);
  await page
    .getByRole('navigation', { name: 'Order of the posts' })
    .getByRole('link', { name: 'Most voted' })
    .click();
  await expect(page).toHaveURL(/tab=answers&sort=votes/);
  await expectAccessible(page);
  await page.getByRole('article').first().getByRole('link').first().click();
  await expect(page).toHaveURL(/\/questions\/\d+\/.*#answer-\d+$/);
});

test('the reputation history says why, and reads on', async ({ page }) => {
  await signIn(page, 'ben');
  await page.goto('/people?q=okkerse');
  await page.getByRole('link', { name: 'Ben Okkerse' }).click();
  // The list has a link of that name too, by which it is ordered.
  await expect(page.getByRole('heading', { level: 1, name: 'Ben Okkerse' })).toBeVisible();
  await page.getByRole('link', { name: 'Reputation', exact: true }).click();
  const entries = page.getByRole('main').getByRole('listitem').filter({ hasText: 'makes' });
  await expect(entries.first()).toContainText(/voted up|accepted/);
  await expectAccessible(page);
  await takePictures(page, 'profile-reputation');
  const before = await entries.count();
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(() => entries.count()).toBeGreaterThan(before);
});

test('somebody without badges is told how they come', async ({ page }) => {
  const email = await register(page, 'Una Unadorned');
  const token = await enter(page, email);
  const headers = { Authorization: `Bearer ${token}` };
  const me: { id: number } = await (await page.request.get('/api/v1/me', { headers })).json();
  await page.goto(`/people/${me.id}?tab=badges`);
  await expect(page.getByRole('heading', { name: 'You have no badges yet' })).toBeVisible();
  await expectAccessible(page);
});

test('a person whom one may not know is a page that does not exist', async ({ page }) => {
  await page.goto('/people/999999');
  await expect(
    page.getByRole('heading', { level: 1, name: 'This page does not exist' }),
  ).toBeVisible();
  await page.goto('/people/nobody');
  await expect(
    page.getByRole('heading', { level: 1, name: 'This page does not exist' }),
  ).toBeVisible();
});

test('a list that could not be fetched can be tried again', async ({ page }) => {
  await page.route('**/api/v1/users?*', (route) => route.abort());
  await page.goto('/people');
  await expect(page.getByRole('heading', { name: 'The server cannot be reached' })).toBeVisible();
  await expectAccessible(page);
  await page.unroute('**/api/v1/users?*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('article').first()).toBeVisible();
});

test('no access says what to do', async ({ page }) => {
  await page.goto('/no-access');
  await expect(
    page.getByRole('heading', { level: 1, name: 'You do not have access to this page' }),
  ).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'no-access');
});
