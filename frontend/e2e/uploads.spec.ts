import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible, register, signIn, takePictures, watchPage } from './helpers';
import { Author } from './posts';

/** A drawing as a browser makes one, so that each test has its own. */
async function drawing(page: Page, colour: string, width = 900, height = 500): Promise<Buffer> {
  const encoded = await page.evaluate(
    ([tone, across, down]) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [across, down];
      const pen = canvas.getContext('2d');
      if (!pen) throw new Error('no canvas');
      pen.fillStyle = tone;
      pen.fillRect(0, 0, across, down);
      pen.fillStyle = '#ffffff';
      pen.font = '64px sans-serif';
      pen.fillText(`Gate ${Math.random().toString(36).slice(2, 8)}`, 60, down / 2);
      return canvas.toDataURL('image/png').split(',')[1] ?? '';
    },
    [colour, width, height] as const,
  );
  return Buffer.from(encoded, 'base64');
}

/** Pastes or drops a file, which no keyboard of a test can do. */
async function give(target: Locator, how: 'paste' | 'drop', name: string, content: Buffer) {
  await target.evaluate(
    (element, [kind, file, base64]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], file, { type: 'image/png' }));
      const box = element.getBoundingClientRect();
      const event =
        kind === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
          : new DragEvent('drop', {
              dataTransfer: data,
              bubbles: true,
              cancelable: true,
              clientX: box.left + 20,
              clientY: box.bottom - 10,
            });
      element.dispatchEvent(event);
    },
    [how, name, content.toString('base64')] as const,
  );
}

async function expectShown(picture: Locator, width: number, height: number) {
  await picture.scrollIntoViewIfNeeded();
  await expect(picture).toHaveAttribute('width', String(width));
  await expect(picture).toHaveAttribute('height', String(height));
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
}

test('Ada answers with pictures and a file, by paste, drop and button, and says what they show', async ({
  page,
}) => {
  const expectQuiet = watchPage(page);
  const ben = await Author.as(page, 'ben');
  const { id } = await ben.ask();
  await signIn(page, 'ada');
  await page.goto(`/questions/${id}`);
  await page.getByRole('button', { name: /^Write what you know/ }).click();
  const field = page.getByRole('textbox', { name: 'Your answer' });
  await field.click();
  await page.keyboard.type('The gate stands open.\n\n');
  await give(field, 'paste', 'Open gate.png', await drawing(page, '#2b4acb'));
  const shows = page.getByRole('textbox', { name: 'What does Open-gate.png show?' });
  await shows.fill('The lock gate, open [by 2 m]');
  await expect(field).toContainText('![The lock gate, open \\[by 2 m\\]](/uploads/');
  await give(field, 'drop', 'plan.png', await drawing(page, '#14704a', 1800, 600));
  await page.getByRole('textbox', { name: 'What does plan.png show?' }).fill('A plan of the lock');

  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add pictures or files' }).click();
  await (await chooser).setFiles([
    { name: 'levels.csv', mimeType: 'text/csv', buffer: Buffer.from(`day;level\n${Date.now()};2`) },
  ]);
  await expect(page.getByText('levels.csv is linked in your text.')).toBeVisible();
  // Half under the header, links would count as too small.
  await page.evaluate(() => window.scrollTo(0, 0));
  await expectAccessible(page);
  await field.scrollIntoViewIfNeeded();
  await takePictures(page, 'uploads-editor');
  await page.getByRole('button', { name: 'Preview' }).click();
  const preview = page.getByRole('region', { name: 'Preview' });
  await expectShown(preview.getByRole('img', { name: 'The lock gate, open [by 2 m]' }), 900, 500);
  await page.getByRole('button', { name: 'Post your answer' }).click();

  const answer = page.getByRole('article', { name: /^Answer/ });
  await expectShown(answer.getByRole('img', { name: 'The lock gate, open [by 2 m]' }), 900, 500);
  await expectShown(answer.getByRole('img', { name: 'A plan of the lock' }), 1800, 600);
  const download = page.waitForEvent('download');
  await answer.getByRole('link', { name: 'levels.csv' }).click();
  expect((await download).suggestedFilename()).toBe('levels.csv');
  await expectAccessible(page);
  await takePictures(page, 'uploads-answer');
  expectQuiet();
});

test('Noa shows a picture in a comment', async ({ page }) => {
  const expectQuiet = watchPage(page);
  const ben = await Author.as(page, 'ben');
  const { id } = await ben.ask();
  await signIn(page, 'noa');
  await page.goto(`/questions/${id}`);
  const comments = page.getByRole('region', { name: 'Comments on the question' });
  await comments.getByRole('button', { name: 'Add a comment' }).click();
  const field = comments.getByRole('textbox').first();
  await field.fill('It looks like this: ');
  await expect(comments.getByRole('button', { name: 'Add pictures or files' })).toBeVisible();
  await give(field, 'paste', 'here.png', await drawing(page, '#8a3ffc', 300, 120));
  await comments.getByRole('textbox', { name: 'What does here.png show?' }).fill('A message');
  await expect(field).toHaveValue(
    /^It looks like this: !\[A message\]\(\/uploads\/\w+\/here\.png\)$/,
  );
  await expectAccessible(page);
  await takePictures(page, 'uploads-comment-form');
  await field.press('Control+Enter');
  await expectShown(comments.getByRole('img', { name: 'A message' }), 300, 120);
  await takePictures(page, 'uploads-comment');
  expectQuiet();
});

test('Fay chooses her picture, which stands beside her name, and takes it off again', async ({
  page,
}) => {
  const expectQuiet = watchPage(page);
  await register(page, 'Fay Face');
  await page.goto('/settings/profile');
  const part = page.getByRole('region', { name: 'Your picture' });
  const chooser = page.waitForEvent('filechooser');
  await part.getByRole('button', { name: 'Choose a picture' }).click();
  await (await chooser).setFiles({
    name: 'me.png',
    mimeType: 'image/png',
    buffer: await drawing(page, '#b3261e', 400, 300),
  });
  await expect(page.getByText('Your picture is shown now.')).toBeVisible();
  const face = part.locator('img');
  await expect(face).toHaveAttribute('src', /^\/avatars\/\w+\?side=144$/);
  await expect.poll(() => face.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(144);
  await expect(page.getByRole('banner').locator('img[src^="/avatars/"]')).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'avatar-settings');
  await part.getByRole('button', { name: 'Remove the picture' }).click();
  await expect(page.getByText('Your initials are shown again.')).toBeVisible();
  await expect(part.locator('img')).toHaveCount(0);
  expectQuiet();
});

test('a program is refused, whatever it calls itself, and can be taken off the list', async ({
  page,
}) => {
  const ben = await Author.as(page, 'ben');
  const { id } = await ben.ask();
  await signIn(page, 'ada');
  await page.goto(`/questions/${id}`);
  await page.getByRole('button', { name: /^Write what you know/ }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add pictures or files' }).click();
  await (await chooser).setFiles({
    name: 'tool.png',
    mimeType: 'image/png',
    buffer: Buffer.from('MZ\u0090\0\u0003\0', 'latin1'),
  });
  const refusal = page.getByRole('alert').filter({ hasText: 'tool.png' });
  await expect(refusal).toContainText('This kind of file is not taken.');
  await page.evaluate(() => window.scrollTo(0, 0));
  await expectAccessible(page);
  await takePictures(page, 'uploads-refused');
  await page.getByRole('button', { name: 'Hide tool.png' }).click();
  await expect(refusal).toHaveCount(0);
});
