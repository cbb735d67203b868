import { expect, test } from '@playwright/test';
import { expectAccessible, signIn, takePictures, watchPage } from './helpers';

// Thresholds are the whole organisation's: what a story changes here leaves everybody at or below what they have.
test('Root sees whom thresholds would reach, sets them, and takes the choice back', async ({
  page,
}) => {
  const expectQuiet = watchPage(page);
  await signIn(page, 'root');
  await page.goto('/privileges');
  await expect(page.getByText('Thresholds of this organisation: Custom')).toBeVisible();
  await page.getByRole('button', { name: 'Change the thresholds' }).click();
  const form = page.getByRole('form', { name: 'What privileges need' });
  const table = form.getByRole('table', { name: 'Who would have each privilege' });
  const edit = table.getByRole('row', { name: /Edit posts of others/ });
  await form.getByRole('radio', { name: 'Public community' }).click();
  await expect(edit).toContainText('2,000');
  await expect(edit).toContainText('now');
  await expectAccessible(page);
  await takePictures(page, 'thresholds-preset');

  await form.getByRole('radio', { name: 'Team' }).click();
  await expect(edit).not.toContainText('2,000');
  await form.getByRole('radio', { name: 'Custom' }).click();
  await form.getByRole('textbox', { name: 'Edit posts of others' }).fill('100');
  await expect(edit).not.toContainText('now');
  const close = form.getByRole('textbox', { name: 'Close and reopen questions' });
  await close.fill('many');
  await form.getByRole('button', { name: 'Save the thresholds' }).click();
  await expect(page.getByRole('alert', { name: 'Errors' })).toContainText(
    'Close and reopen questions: a whole number from 0 to 100,000.',
  );
  await expectAccessible(page);
  await close.fill('900');
  await expect(page.getByRole('row', { name: /Close and reopen/ })).toBeVisible();
  await takePictures(page, 'thresholds-custom');
  await form.getByRole('button', { name: 'Save the thresholds' }).click();
  await expect(page.getByText('Thresholds of this organisation: Custom')).toBeVisible();
  await expect(form).toBeHidden();
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Close and reopen questions' }),
  ).toContainText('900');

  await page.getByRole('button', { name: 'Change the thresholds' }).click();
  await close.fill('1000');
  await form.getByRole('button', { name: 'Save the thresholds' }).click();
  await expect(form).toBeHidden();
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Close and reopen questions' }),
  ).toContainText('1,000');
  expectQuiet();
});

test('Max, a manager, sees the thresholds and cannot change them', async ({ page }) => {
  await signIn(page, 'max');
  await page.goto('/privileges');
  await expect(page.getByText(/Thresholds of this organisation/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Change the thresholds' })).toHaveCount(0);
  await expectAccessible(page);
});
