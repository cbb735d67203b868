import { expect, test } from '@playwright/test';
import { expectAccessible, signIn, takePictures, watchPage } from './helpers';

test('Noa filters the tags, watches one and finds its questions gathered', async ({ page }) => {
  const expectQuiet = watchPage(page);
  await signIn(page, 'noa');
  await page.goto('/tags');
  await expect(page.getByRole('article').first()).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'tags');

  await page.getByRole('searchbox', { name: 'Filter the tags by name' }).fill('postg');
  await expect(page).toHaveURL(/q=postg/);
  await expect(page.getByRole('searchbox', { name: 'Filter the tags by name' })).toBeFocused();
  await page.getByRole('link', { name: 'postgres', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'postgres' })).toBeFocused();

  await page.getByRole('button', { name: 'Watch postgres' }).click();
  await expect(page.getByRole('button', { name: 'Stop watching postgres' })).toBeVisible();
  await page.goto('/questions?view=watched');
  const rows = page.getByRole('main').getByRole('article');
  await expect(rows.first().getByRole('link', { name: 'postgres', exact: true })).toBeVisible();
  await page.goto('/tags/postgres');
  await page.getByRole('button', { name: 'Stop watching postgres' }).click();
  await expect(page.getByRole('button', { name: 'Watch postgres', exact: true })).toBeVisible();
  expectQuiet();
});

test('a tag shows its wiki, its questions and who answers best', async ({ page }) => {
  await signIn(page, 'ada');
  await page.goto('/tags/postgres');
  await expect(
    page.getByRole('region', { name: 'Top answerers' }).getByRole('listitem'),
  ).not.toHaveCount(0);
  await page
    .getByRole('navigation', { name: 'Views of the questions' })
    .getByRole('link', { name: 'Most voted' })
    .click();
  await expect(page).toHaveURL(/\/tags\/postgres\?view=votes/);
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'tag');
});

test('two people edit one tag, and neither text is lost', async ({ page, playwright, baseURL }) => {
  await signIn(page, 'ben');
  await page.goto('/tags/printing/edit');
  const description = page.getByRole('textbox', { name: 'Description' });
  const mine = `Printers, drivers and queues, ${Date.now()}.`;
  await description.fill(mine);

  const mia = await playwright.request.newContext({ baseURL });
  const session = await mia.post('/api/v1/sessions', {
    data: { email: 'mia@example.org', password: 'demonstration' },
  });
  const headers = { authorization: `Bearer ${(await session.json()).accessToken}` };
  const { version, wiki } = await (await mia.get('/api/v1/tags/printing', { headers })).json();
  const theirs = `What prints on paper, ${Date.now()}.`;
  const data = { description: theirs, wiki, version };
  expect((await mia.put('/api/v1/tags/printing', { headers, data })).status()).toBe(200);
  await mia.dispose();

  await page.getByRole('button', { name: 'Save the tag' }).click();
  const conflict = page.getByRole('region', {
    name: 'A newer version was saved while you were editing',
  });
  await expect(conflict).toBeFocused();
  await expect(conflict).toContainText(theirs);
  await expect(description).toHaveValue(mine);
  await expectAccessible(page);
  await takePictures(page, 'tag-conflict');
  await conflict.getByRole('button', { name: 'Save mine over it' }).click();
  await expect(page).toHaveURL(/\/tags\/printing$/);
  await expect(page.getByRole('main')).toContainText(mine);
});

test('a wiki is previewed as readers will see it', async ({ page }) => {
  await signIn(page, 'ben');
  await page.goto('/tags/gis/edit');
  const wiki = page.getByRole('textbox', { name: 'Wiki' });
  await wiki.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\n\n**Projections** matter.');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByRole('region', { name: 'Preview' }).locator('strong').last()).toHaveText(
    'Projections',
  );
  await page.getByRole('button', { name: 'Discard the changes' }).click();
  await expect(page).toHaveURL(/\/tags\/gis$/);
});

test('spaces lead to their questions, and asking there names the space', async ({ page }) => {
  const expectQuiet = watchPage(page);
  await signIn(page, 'ada');
  await page.goto('/spaces');
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'spaces');

  await page.getByRole('main').getByRole('link', { name: 'IT operations' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'IT operations' })).toBeFocused();
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'space');
  await page.getByRole('link', { name: 'Ask here' }).click();
  await expect(page).toHaveURL(/\/questions\/ask\?space=it-operations/);
  expectQuiet();
});

test('an address of a space that one may not read says so', async ({ page }) => {
  await page.goto('/spaces/it-operations');
  await expect(
    page.getByRole('heading', { level: 1, name: 'This page does not exist' }),
  ).toBeVisible();
});

test('the leaderboard shows a period, a measure and one’s own place', async ({ page }) => {
  const expectQuiet = watchPage(page);
  await signIn(page, 'ben');
  await page.goto('/leaderboard');
  await expect(page.getByRole('table', { name: 'Reputation, This month' })).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Period' })
    .getByRole('link', { name: 'All time' })
    .click();
  await page
    .getByRole('navigation', { name: 'What is counted' })
    .getByRole('link', { name: 'Accepted answers' })
    .click();
  await expect(page).toHaveURL(/period=all&by=acceptedAnswers/);
  const table = page.getByRole('table', { name: 'Accepted answers, All time' });
  await expect(table.getByRole('rowheader', { name: 'Places 11 to 20' })).toBeVisible();
  const place = page.getByRole('region', { name: 'Your place' });
  await expect(place.getByRole('listitem').filter({ hasText: 'You' })).toHaveCount(1);
  await expectAccessible(page);
  await takePictures(page, 'leaderboard');
  await page.goBack();
  await expect(page.getByRole('table', { name: 'Reputation, All time' })).toBeVisible();
  expectQuiet();
});

test('privileges show one’s own progress', async ({ page }) => {
  const expectQuiet = watchPage(page);
  await signIn(page, 'noa');
  await page.goto('/privileges');
  await expect(page.getByRole('region', { name: 'Your progress' })).toContainText('Next:');
  await expect(page.getByRole('progressbar').first()).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'privileges');
  expectQuiet();
});

test('German is complete where one browses', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'de-DE' });
  const page = await context.newPage();
  const pages = {
    tags: 'Schlagwörter',
    spaces: 'Bereiche',
    leaderboard: 'Bestenliste',
    privileges: 'Rechte',
  };
  for (const [path, heading] of Object.entries(pages)) {
    await page.goto(`/${path}`);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  }
  await context.close();
});
