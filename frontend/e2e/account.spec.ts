import { expect, test } from '@playwright/test';
import {
  expectAccessible,
  expectAtRest,
  passphrase,
  register,
  signIn,
  takePictures,
  watchPage,
} from './helpers';

test('a visitor signs in from where they were, and is back there', async ({ page }) => {
  const expectQuiet = watchPage(page);
  await page.goto('/people?sort=name');
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeFocused();
  await expectAccessible(page);
  await takePictures(page, 'sign-in');

  await page.getByLabel('E-mail address').fill('ada@example.org');
  await page.getByLabel('Password', { exact: true }).fill('demonstration');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Your menu, Ada Lindqvist' })).toBeVisible();
  await expect(page).toHaveURL(/\/people\?sort=name$/);

  await page.getByRole('button', { name: /^Your menu/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
  expectQuiet();
});

test('the cast of the demonstration signs in with one click', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: /^Noa Brandsma/ }).click();
  await expect(page).toHaveURL(/\/questions$/);
  await expect(page.getByRole('button', { name: 'Your menu, Noa Brandsma' })).toBeVisible();
});

test('a refused sign-in says why, and its summary takes focus', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await page.getByRole('link', { name: 'Enter your e-mail address.' }).click();
  await expect(page.getByLabel('E-mail address')).toBeFocused();
  await page.keyboard.type('nobody.here@example.org');
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('is not right');
  await expectAccessible(page);
});

test('somebody new registers, and is told what is wrong before', async ({ page }) => {
  await page.goto('/register?next=%2Ftags');
  await page.getByLabel('Name', { exact: true }).fill('Eva Lund');
  await page.getByLabel('E-mail address').fill(`eva-${Date.now()}@example.org`);
  await page.getByLabel('Password', { exact: true }).fill('short');
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await expectAccessible(page);
  await takePictures(page, 'register');

  await page.getByLabel('Password', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Your menu, Eva Lund' })).toBeVisible();
  await expect(page).toHaveURL(/\/tags$/);
});

test('the profile shows what was saved, and what was not saved is kept', async ({ page }) => {
  await register(page, 'Rosa Beck');
  await page.goto('/settings');
  await expect(page).toHaveURL(/\/settings\/profile$/);
  await page.getByLabel('Job title').fill('Archivist');
  await page.getByRole('link', { name: 'Appearance' }).click();
  await page.getByRole('link', { name: 'Profile', exact: true }).click();
  await expect(page.getByText(/It was kept for you/)).toBeVisible();
  await expect(page.getByLabel('Job title')).toHaveValue('Archivist');

  await page.getByLabel('Website').fill('example.org');
  await page.getByRole('button', { name: 'Save the profile' }).click();
  await expect(page.getByRole('alert')).toContainText('begins with https://');
  await page.getByLabel('Website').fill('https://example.org/rosa');
  await page.getByRole('textbox', { name: 'About you' }).fill('I know **where** it is filed.');
  await page.getByRole('button', { name: 'Save the profile' }).click();
  await expect(page.getByText('Your profile is saved.')).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'settings-profile');

  await page.getByRole('link', { name: 'See your profile' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Rosa Beck' })).toBeVisible();
  await expect(page.getByText('Archivist')).toBeVisible();
  await expect(page.locator('strong', { hasText: 'where' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'example.org/rosa' })).toBeVisible();
});

test('language and colours change at once and go with the account', async ({ page, browser }) => {
  const email = await register(page, 'Uwe Brandt');
  await page.goto('/settings/language');
  await page.getByRole('radio', { name: 'Deutsch' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Einstellungen' })).toBeVisible();
  await page.getByRole('link', { name: 'Darstellung' }).click();
  const saved = page.waitForResponse((reply) => reply.request().method() === 'PATCH');
  await page.getByRole('radio', { name: 'Dunkel' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await saved;

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto('/sign-in');
  await other.getByLabel('E-mail address').fill(email);
  await other.getByLabel('Password', { exact: true }).fill(passphrase);
  await other.keyboard.press('Enter');
  await expect(other.getByRole('heading', { level: 1, name: 'Fragen' })).toBeVisible();
  await expect(other.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await elsewhere.close();
});

test('the choices of appearance and language can be read by everybody', async ({ page }) => {
  await page.goto('/settings/language');
  await expect(page.getByRole('radio', { name: 'English' })).toBeChecked();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Appearance' }).click();
  await expect(page.getByRole('radio', { name: 'Like the system' })).toBeChecked();
  await expectAccessible(page);
  await takePictures(page, 'settings-appearance');
});

test('single keys can be switched off', async ({ page }) => {
  await register(page, 'Jana Roth');
  await page.goto('/settings/appearance');
  await page.getByRole('switch', { name: 'Single-key shortcuts' }).click();
  await expect(page.getByRole('switch', { name: 'Single-key shortcuts' })).not.toBeChecked();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('one ends the session on another device, and changes the password', async ({
  page,
  browser,
}) => {
  const email = await register(page, 'Kai Sommer');
  const elsewhere = await browser.newContext();
  const login = { data: { email, password: passphrase } };
  expect((await elsewhere.request.post('/api/v1/sessions', login)).status()).toBe(201);

  await page.goto('/settings/security');
  await page.getByRole('button', { name: /^End the session/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End the session' }).click();
  await expect(page.getByText('The session is ended.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^End the session/ })).toHaveCount(0);
  expect((await elsewhere.request.post('/api/v1/sessions/refresh')).status()).toBe(401);
  await elsewhere.close();

  await page.getByLabel('Present password').fill(passphrase);
  await page.getByLabel('New password').fill('copper kettle orchard');
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByText(/^Your password is changed/)).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'settings-security');
});

test('when the session ends, one signs in over the page and has lost nothing', async ({ page }) => {
  const email = await register(page, 'Lea Voss');
  await page.goto('/settings/profile');
  await page.getByLabel('Location').fill('Tower, top floor');
  const token = await page.request.post('/api/v1/sessions', {
    data: { email, password: passphrase },
  });
  const { accessToken } = await token.json();
  await page.request.delete('/api/v1/sessions', {
    headers: { Authorization: `Bearer ${accessToken}` },
  });
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Save the profile' }).click();

  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByLabel('E-mail address')).toHaveValue(email);
  await expectAccessible(page);
  await takePictures(page, 'session-ended');
  await dialog.getByLabel('Password', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByLabel('Location')).toHaveValue('Tower, top floor');
  await page.getByRole('button', { name: 'Save the profile' }).click();
  await expect(page.getByText('Your profile is saved.')).toBeVisible();
});

test('a link of an invitation that is used up says so, and keeps its secret', async ({ page }) => {
  await page.goto('/claim#token=used-up');
  await expect(
    page.getByRole('heading', { level: 1, name: 'Take over your account' }),
  ).toBeVisible();
  await expect(page).toHaveURL(/\/claim$/);
  await page.getByLabel('Password', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('out of date');
  await expectAccessible(page);
  await takePictures(page, 'claim');
});

test('every address of an account asks no other host for anything', async ({ page }) => {
  const expectQuiet = watchPage(page);
  await signIn(page, 'ada');
  for (const path of [
    '/people',
    '/people/1',
    '/people/1?tab=reputation',
    '/settings/profile',
    '/settings/appearance',
    '/settings/language',
    '/settings/security',
    '/settings/notices',
    '/following',
    '/inbox',
    '/no-access',
    '/claim',
  ]) {
    await page.goto(path);
    await expectAtRest(page);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  expectQuiet();
});
