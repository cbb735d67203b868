import { expect, test } from '@playwright/test';
import { expectAccessible, signIn, takePictures, watchPage } from './helpers';
import { Author, open } from './posts';

test('the timeline of a question tells what happened, and leads to each version', async ({
  page,
}) => {
  const expectQuiet = watchPage(page);
  const ada = await Author.as(page, 'ada');
  const ben = await Author.as(page, 'ben');
  const { id, title } = await ada.ask('one\n\ntwo');
  await ben.answer(id, 'Let the sender close it.');
  await ben.send('PUT', `/posts/${id}/vote`, { value: 1 });
  for (const [index, body] of ['one\n\nTWO', 'one\n\nTWO\n\nthree'].entries())
    await ada.send('PUT', `/questions/${id}`, {
      title,
      body,
      tags: ['go'],
      summary: `Change number ${index + 1}`,
      version: index + 1,
    });
  await open(page, 'noa', `/posts/${id}/revisions`);
  await page.getByRole('link', { name: 'Timeline' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Timeline of the question');
  const deeds = page.getByRole('main').getByRole('article');
  await expect(deeds.last()).toContainText('Asked');
  await expect(deeds.filter({ hasText: '1 vote up' })).toHaveCount(1);
  await expect(deeds.filter({ hasText: 'New answer' })).toContainText('Ben');
  await expectAccessible(page);
  await takePictures(page, 'timeline');
  await deeds
    .filter({ hasText: 'Change number 1' })
    .getByRole('link', { name: 'See the version' })
    .click();
  await expect(page).toHaveURL(/version=2$/);
  const versions = page.getByRole('main').getByRole('article');
  await expect(versions.first()).toContainText('Version 2');
  await expect(versions.first().getByRole('insertion').first()).toBeVisible();
  await expect(versions).toHaveCount(2);
  await expectAccessible(page);
  await takePictures(page, 'one-version');
  await page.getByRole('link', { name: 'Show the newest' }).click();
  await expect(versions).toHaveCount(3);
  expectQuiet();
});

test('a moderator sees what a comment said before it was edited', async ({ page }) => {
  const { id } = await (await Author.as(page, 'ada')).ask();
  const ben = await Author.as(page, 'ben');
  const posted = await ben.send('POST', `/posts/${id}/comments`, { body: 'Why would you?' });
  const { id: comment }: { id: number } = await posted.json();
  await ben.send('PUT', `/comments/${comment}`, { body: 'Why would anybody?' });
  await open(page, 'noa', `/questions/${id}`);
  await expect(page.getByText('(edited)')).toBeVisible();
  await expect(page.getByRole('link', { name: '(edited)' })).toHaveCount(0);
  await open(page, 'root', `/questions/${id}`);
  await page.getByRole('link', { name: '(edited)' }).click();
  await expect(page.getByText('Why would you?').first()).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'comment-history');
});

test('an older version of a tag is brought back', async ({ page }) => {
  const root = await Author.as(page, 'root');
  const name = 'excel';
  for (const description of ['Sheets of figures.', 'Spreadsheets.']) {
    const tag: { version: number } = await (await root.send('GET', `/tags/${name}`)).json();
    await root.send('PUT', `/tags/${name}`, {
      description,
      wiki: `All about it: ${description}`,
      version: tag.version,
    });
  }
  await signIn(page, 'root');
  await page.goto(`/tags/${name}`);
  await page.getByRole('link', { name: 'Versions' }).click();
  await expect(page.getByRole('article').first()).toContainText('Spreadsheets.');
  await expectAccessible(page);
  await takePictures(page, 'tag-history');
  await page.getByRole('article').nth(1).getByRole('button', { name: 'Bring back' }).click();
  await expect(page.getByText(/The tag says again what version \d+ said/)).toBeVisible();
  await page.getByRole('link', { name: 'Back to the tag' }).click();
  await expect(page.getByText('Sheets of figures.').first()).toBeVisible();
});
