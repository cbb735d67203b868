import { expect, test } from '@playwright/test';
import { expectAccessible, takePictures, watchPage } from './helpers';
import { Author, open } from './posts';

test('A moderator makes an answer of a comment, and a comment of what answers nothing', async ({
  page,
}) => {
  const expectQuiet = watchPage(page);
  const { id } = await (await Author.as(page, 'ada')).ask();
  const ben = await Author.as(page, 'ben');
  await ben.send('POST', `/posts/${id}/comments`, { body: 'Let the sender close it.' });
  await (await Author.as(page, 'noa')).answer(id, 'I have this problem too!');

  await open(page, 'root', `/questions/${id}`);
  const onQuestion = page.getByRole('region', { name: 'Comments on the question' });
  await onQuestion.getByRole('button', { name: 'Make it an answer' }).click();
  const growing = page.getByRole('dialog', { name: 'Make this comment an answer?' });
  await expect(growing).toContainText('It becomes an answer by Ben');
  await growing.getByRole('textbox', { name: /Why/ }).fill('It answers the question.');
  await expectAccessible(page);
  await takePictures(page, 'make-answer-dialog');
  await growing.getByRole('button', { name: 'Make it an answer' }).click();
  const answer = page.getByRole('article', { name: /Answer by Ben/ });
  await expect(answer).toContainText('Let the sender close it.');
  await expect(onQuestion.getByText('Let the sender close it.')).toHaveCount(0);

  const weak = page.getByRole('article', { name: /Answer by Noa/ });
  await weak.getByRole('button', { name: 'Make it a comment' }).click();
  const shrinking = page.getByRole('dialog', { name: 'Make this answer a comment?' });
  await expectAccessible(page);
  await takePictures(page, 'make-comment-dialog');
  await shrinking.getByRole('button', { name: 'Make it a comment' }).click();
  await expect(onQuestion).toContainText('I have this problem too!');
  await expectAccessible(page);
  await takePictures(page, 'converted');
  await page.goto(`/posts/${id}/revisions`);
  await expect(page.getByRole('heading', { name: 'Answer made of a comment' })).toBeVisible();
  await expect(page.getByText('It answers the question.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Comment made of an answer' })).toBeVisible();
  await takePictures(page, 'conversions-history');
  await page.goto(`/posts/${id}/timeline`);
  await expect(page.getByText('Answer made of a comment')).toBeVisible();
  await expect(page.getByText('Comment made of an answer')).toBeVisible();
  expectQuiet();

  await open(page, 'ben', '/inbox');
  await expect(page.getByText('made an answer of your comment').first()).toBeVisible();
});

test('Ben, who has answered already, confirms that his comment becomes a second answer', async ({
  page,
}) => {
  const { id } = await (await Author.as(page, 'ada')).ask();
  const ben = await Author.as(page, 'ben');
  await ben.answer(id, 'Let the sender close it.');
  await ben.send('POST', `/posts/${id}/comments`, { body: 'Or use a context.' });
  await open(page, 'ben', `/questions/${id}`);
  await page.getByRole('button', { name: 'Make it an answer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Make this comment an answer?' });
  await dialog.getByRole('button', { name: 'Make it an answer' }).click();
  await expect(dialog.getByRole('alert')).toContainText('has answered the question already');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Make it a second answer' }).click();
  await expect(page.getByRole('heading', { name: '2 answers' })).toBeVisible();
});
