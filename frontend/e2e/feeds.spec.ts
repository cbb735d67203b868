import { expect, test } from '@playwright/test';
import { expectAccessible, register, takePictures, watchPage } from './helpers';

test('Rosa gives her feed reader a private address, changes it, and takes it back', async ({
  page,
  request,
}) => {
  const expectQuiet = watchPage(page);
  await register(page, 'Rosa Reads');
  await page.goto('/questions?view=hot&tag=postgres');
  await expect(page.locator('head link[type="application/atom+xml"]').first()).toHaveAttribute(
    'href',
    /\/api\/v1\/feeds\/questions\?.*tag=postgres/,
  );
  await page.getByRole('button', { name: 'Feed of this list' }).click();
  const dialog = page.getByRole('dialog', { name: 'Feed of this list' });
  await expect(dialog.getByRole('textbox', { name: 'Public address' })).toHaveValue(
    /\/api\/v1\/feeds\/questions\?view=hot&tag=postgres$/,
  );
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Make a private address' }).click();
  const address = await dialog.getByRole('textbox', { name: 'Your private address' }).inputValue();
  await takePictures(page, 'feed-dialog');
  const feed = await request.get(address);
  expect(feed.headers()['content-type']).toContain('application/atom+xml');
  expect(await feed.text()).toContain('<entry>');

  await dialog.getByRole('link', { name: 'Your private feeds' }).click();
  await expect(page.getByRole('heading', { name: 'Private feeds' })).toBeVisible();
  await expect(page.getByText('fetched now')).toBeVisible();
  await page.getByRole('button', { name: 'New address for Questions' }).click();
  const renewed = await page
    .getByRole('textbox', { name: 'Your new private address' })
    .inputValue();
  expect((await request.get(address)).status()).toBe(404);
  expect((await request.get(renewed)).status()).toBe(200);
  await expectAccessible(page);
  await takePictures(page, 'feed-settings');
  await page.getByRole('button', { name: 'Take back Questions' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByText('You have no private feeds')).toBeVisible();
  expect((await request.get(renewed)).status()).toBe(404);
  expectQuiet();
});

test('a visitor reads the public feed of a list, and a public question tells who it is', async ({
  page,
}) => {
  const expectQuiet = watchPage(page);
  await page.goto('/spaces/ask-the-city');
  await page.getByRole('article').first().getByRole('heading').getByRole('link').click();
  await page.waitForURL(/\/questions\/\d+\/.+/);
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  await page.reload();
  await expect(page).toHaveTitle(`${title} · Wellspring`);
  await expect(page.locator('head meta[property="og:title"]')).toHaveAttribute('content', title);
  const data = await page.locator('script[type="application/ld+json"]').innerText();
  expect(JSON.parse(data).mainEntity.name).toBe(title);
  const feed = await page.getByRole('link', { name: 'Feed of the answers' }).getAttribute('href');
  expect(await (await page.request.get(feed ?? '')).text()).toContain('<feed');

  await page.getByRole('link', { name: 'Tags', exact: true }).first().click();
  await expect(page).toHaveTitle('Tags · Wellspring');
  await expect(page.locator('head meta[property="og:title"]')).toHaveCount(0);
  expectQuiet();
});
