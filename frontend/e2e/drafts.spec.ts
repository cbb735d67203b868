import { expect, test } from '@playwright/test';
import { enter, expectAccessible, register, signIn, takePictures, watchPage } from './helpers';
import { Author, open } from './posts';

const unique = () => Math.random().toString(36).slice(2, 10);

/** Waits until the server has the text that is being typed. */
async function kept(page: import('@playwright/test').Page, deed: () => Promise<void>) {
  const saved = page.waitForResponse(
    (response) => response.url().includes('/me/drafts/') && response.request().method() === 'PUT',
  );
  await deed();
  expect((await saved).ok()).toBe(true);
}

test('what was typed is there after the browser crashed, and on another device', async ({
  browser,
}) => {
  const title = `How do we archive the ${unique()} register?`;
  const first = await browser.newContext();
  const page = await first.newPage();
  const email = await register(page, 'Nils Writes');
  await page.goto('/questions/ask');
  await kept(page, () => page.getByRole('textbox', { name: 'Title' }).fill(title));
  // This browser keeps it too, whichever of the two is first.
  await expect
    .poll(() => page.evaluate(() => JSON.stringify({ ...localStorage })))
    .toContain(title);
  const storage = await first.storageState();
  // No page is asked to leave: nothing can be saved at the last moment.
  await first.close();

  const again = await browser.newContext({ storageState: storage });
  const crashed = await again.newPage();
  await enter(crashed, email);
  await crashed.goto('/questions/ask');
  await expect(crashed.getByRole('textbox', { name: 'Title' })).toHaveValue(title);
  await again.close();

  const elsewhere = await browser.newContext();
  const phone = await elsewhere.newPage();
  await enter(phone, email);
  await phone.goto('/questions/ask');
  const offer = phone.getByRole('status', { name: 'Your draft from elsewhere' });
  await expect(offer).toContainText(title);
  await expect(phone.getByRole('textbox', { name: 'Title' })).toHaveValue('');
  await expectAccessible(phone);
  await takePictures(phone, 'draft-offer');
  await offer.getByRole('button', { name: 'Continue with it' }).click();
  await expect(phone.getByRole('textbox', { name: 'Title' })).toHaveValue(title);
  await phone.getByRole('button', { name: 'Post your question' }).click();
  await expect(phone.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await phone.goto('/drafts');
  await expect(phone.getByText('You have no drafts')).toBeVisible();
  await elsewhere.close();
});

test('two windows do not overwrite one another unseen', async ({ browser }) => {
  const context = await browser.newContext();
  const ada = await context.newPage();
  const author = await Author.as(ada, 'ada');
  const { id, title } = await author.ask();
  await author.send('PUT', `/me/drafts/answer-${id}`, { body: 'From my phone.', version: 0 });
  const other = await browser.newContext();
  const page = await other.newPage();
  await open(page, 'ada', `/questions/${id}`);
  await page.getByRole('button', { name: /Write what you know/ }).click();
  const offer = page.getByRole('status', { name: 'Your draft from elsewhere' });
  await expect(offer).toContainText('From my phone.');
  await page.getByRole('textbox', { name: 'Your answer' }).click();
  await page.keyboard.type('From my desk.');
  await expect(offer).toContainText('Nothing is overwritten until you choose');
  await expectAccessible(page);
  await kept(page, () => offer.getByRole('button', { name: 'Keep what is here' }).click());
  await page.goto('/drafts');
  await expect(page.getByRole('article').filter({ hasText: title })).toContainText('From my desk.');
  await other.close();
  await context.close();
});

test('drafts are listed, continued and discarded', async ({ page }) => {
  const expectQuiet = watchPage(page);
  await register(page, 'Nils Discards');
  const title = `Who repairs the ${unique()} counter?`;
  await page.goto('/questions/ask');
  await kept(page, () => page.getByRole('textbox', { name: 'Title' }).fill(title));
  await page.getByRole('button', { name: /Your menu/ }).click();
  await page.getByRole('menuitem', { name: 'Drafts' }).click();
  const draft = page.getByRole('article').filter({ hasText: title });
  await draft.getByRole('link', { name: 'Continue writing' }).click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(title);
  await page.goto('/drafts');
  await draft.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('button', { name: 'Discard draft' }).click();
  await expect(page.getByText('You have no drafts')).toBeVisible();
  await page.goto('/questions/ask');
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('');
  expectQuiet();
});

test('the drafts of the demonstration can be looked at', async ({ page }) => {
  await signIn(page, 'ben');
  await page.goto('/drafts');
  await expect(page.getByRole('heading', { level: 1, name: 'Drafts' })).toBeVisible();
  await expect(page.getByRole('article').filter({ hasText: 'New question' })).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'drafts');
});
