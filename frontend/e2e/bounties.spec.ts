import { expect, test } from '@playwright/test';
import { expectAccessible, signIn, takePictures, watchPage } from './helpers';
import { open } from './posts';

// Bounties are for questions that have waited, so these stories take some of the demonstration.
const asked = 'Can the geoportal show road works before they start, and who enters them?';
const ending =
  'Upgrading the main Postgres cluster from 16 to 17: which way with the least downtime?';

test('Ada offers a bounty on her question, everybody sees it, and the answer she awards it to gets it', async ({
  page,
}) => {
  const expectQuiet = watchPage(page);
  await open(page, 'ada', '/questions?view=mine');
  await page.getByRole('link', { name: asked }).click();
  const question = page.getByRole('article', { name: 'Question' });
  await question.getByRole('button', { name: 'Offer a bounty' }).click();
  const dialog = page.getByRole('dialog', { name: 'Offer a bounty' });
  await dialog.getByRole('combobox', { name: /How much/ }).selectOption('100');
  await dialog.getByRole('textbox', { name: /What kind of answer/ }).fill('With dates, please.');
  await expect(dialog).toContainText('It runs for 7 days');
  await expectAccessible(page);
  await takePictures(page, 'bounty-dialog');
  await dialog.getByRole('button', { name: 'Offer bounty' }).click();
  await expect(page.getByText('100 reputation for a good answer')).toBeVisible();
  await expect(page.getByText('With dates, please.')).toBeVisible();
  await expect(question.getByRole('button', { name: 'Offer a bounty' })).toHaveCount(0);
  await expectAccessible(page);
  await takePictures(page, 'bounty-running');

  await page.goto('/questions?view=bounty');
  const row = page.getByRole('article').filter({ hasText: asked });
  await expect(row).toContainText('Bounty of 100');
  await expectAccessible(page);
  await takePictures(page, 'bounty-list');
  await row.getByRole('link', { name: asked }).click();

  const answer = page.getByRole('article', { name: /Answer by Katja/ });
  await answer.getByRole('button', { name: 'Award the bounty' }).click();
  const award = page.getByRole('dialog', { name: 'Award the bounty to this answer?' });
  await expect(award).toContainText('gets all 100 reputation');
  await expectAccessible(page);
  await award.getByRole('button', { name: 'Award bounty' }).click();
  await expect(answer.getByRole('img', { name: 'Bounty: 100 reputation' })).toBeVisible();
  await expect(page.getByText('100 reputation for a good answer')).toHaveCount(0);
  await expectAccessible(page);
  await takePictures(page, 'bounty-awarded');
  expectQuiet();
});

test('Ben is reminded of the bounty that ends, and the ledger and the history tell of bounties', async ({
  page,
}) => {
  await open(page, 'ben', '/inbox');
  await expect(page.getByText('Your bounty ends within a day')).toBeVisible();
  await page.getByRole('link', { name: ending }).first().click();
  await expect(page.getByText('150 reputation for a good answer')).toBeVisible();
  const id = /questions\/(\d+)/.exec(page.url())?.[1] ?? '';
  await page.goto(`/posts/${id}/revisions`);
  await expect(page.getByRole('heading', { name: 'Bounty of 150 offered' })).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'bounty-history');

  await signIn(page, 'ben');
  await page.goto('/people?q=Mihai');
  await page.getByRole('main').getByRole('link', { name: /Mihai/ }).first().click();
  await page.getByRole('link', { name: 'Reputation' }).click();
  await expect(page.getByText('Bounty returned').first()).toBeVisible();
  await expectAccessible(page);
});
