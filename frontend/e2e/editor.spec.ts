import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible, signIn, takePictures, watchPage } from './helpers';
import { Author } from './posts';

/** Pastes what another program has copied, which no keyboard of a test can do. */
async function paste(field: Locator, copied: Record<string, string>): Promise<void> {
  await field.evaluate((element, given) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(given)) clipboardData.setData(type, text);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, copied);
}

async function openEditor(page: Page): Promise<Locator> {
  const noa = await Author.as(page, 'noa');
  const { id } = await noa.ask();
  await signIn(page, 'ben');
  await page.goto(`/questions/${id}`);
  await page.getByRole('button', { name: /^Write what you know/ }).click();
  const field = page.getByRole('textbox', { name: 'Your answer' });
  await field.click();
  return field;
}

const written = (field: Locator) =>
  field
    .locator('.cm-line')
    .evaluateAll((lines) => lines.map((line) => line.textContent).join('\n'));

test('Ben pastes rich text and rows of a spreadsheet, and counts his words on the whole screen', async ({
  page,
}) => {
  const expectQuiet = watchPage(page);
  const field = await openEditor(page);
  await paste(field, {
    'text/plain': 'See the page.',
    'text/html': '<p>See <b>the</b> <a href="https://example.org/a">page</a>.</p>',
  });
  await expect.poll(() => written(field)).toBe('See **the** [page](https://example.org/a).');
  await page.keyboard.press('Enter');
  await paste(field, { 'text/plain': 'Day\tLevel\nMonday\t2\nTuesday\t3' });
  await expect
    .poll(() => written(field))
    .toBe(
      'See **the** [page](https://example.org/a).\n| Day | Level |\n| --- | --- |\n| Monday | 2 |\n| Tuesday | 3 |',
    );
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('```');
  await page.keyboard.press('Enter');
  await paste(field, {
    'text/plain': 'a\tb\nc\td',
    'text/html': '<table><tr><td>a</td></tr></table>',
  });
  await expect.poll(() => written(field)).toContain('```\na\tb\nc\td');
  await expect(page.getByText(/^\d+ words$/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Full screen' }).click();
  await expect(page.getByRole('button', { name: 'Leave the full screen' })).toBeVisible();
  await takePictures(page, 'editor-full-screen');
  await page.getByRole('button', { name: 'Leave the full screen' }).click();
  await expect(page.getByRole('button', { name: 'Full screen' })).toBeVisible();
  expectQuiet();
});

test('Ben completes a tag and links a question by its words', async ({ page }) => {
  const expectQuiet = watchPage(page);
  const field = await openEditor(page);
  await page.keyboard.type('It is about #postg');
  await page
    .getByRole('option', { name: /^#postgres/ })
    .first()
    .click();
  await expect.poll(() => written(field)).toBe('It is about [#postgres](/tags/postgres) ');
  await page.keyboard.type(' and as in [[prepared statement does not');
  const found = page.getByRole('option', { name: /prepared statement/ });
  await expect(found).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'editor-link-completion');
  await found.click();
  await expect
    .poll(() => written(field))
    .toMatch(/ and as in \["prepared statement does not exist" since we .*\]\(\/q\/\d+\) $/);
  await page.getByRole('button', { name: 'Preview' }).click();
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview.getByRole('link', { name: '#postgres' })).toHaveAttribute(
    'href',
    '/tags/postgres',
  );
  expectQuiet();
});
