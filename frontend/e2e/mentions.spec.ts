import { expect, test } from '@playwright/test';
import { expectAccessible, signIn, takePictures, watchPage } from './helpers';
import { Author } from './posts';

test('Ben replies to a comment and mentions Ada by completion; her bell tells her', async ({
  page,
}) => {
  const expectQuiet = watchPage(page);
  const noa = await Author.as(page, 'noa');
  const { id, title } = await noa.ask();
  await noa.send('POST', `/posts/${id}/comments`, { body: 'It happens only under load.' });
  await signIn(page, 'ben');
  await page.goto(`/questions/${id}`);
  const comments = page.getByRole('region', { name: 'Comments on the question' });
  await comments.getByRole('button', { name: 'Reply' }).click();
  const field = comments.getByRole('textbox', { name: /^Your reply to/ });
  await expect(field).toBeFocused();
  await field.pressSequentially('Maybe @ad');
  const people = comments.getByRole('listbox', { name: 'People to mention' });
  const ada = people.getByRole('option').first();
  await expect(ada).toContainText('@ada');
  await expect(ada).toHaveAttribute('aria-selected', 'true');
  await expectAccessible(page);
  await takePictures(page, 'mention-completion');
  await field.press('Escape');
  await expect(people).toHaveCount(0);
  await expect(field).toBeVisible();
  await field.press('Backspace');
  await field.press('Backspace');
  await field.press('Backspace');
  await field.pressSequentially('@ad');
  await expect(ada).toContainText('@ada');
  await field.press('Enter');
  await expect(field).toHaveValue('Maybe @ada ');
  // Whoever types the space as well has one.
  await field.pressSequentially(' knows.');
  await field.press('Control+Enter');
  const replies = comments.getByRole('list', { name: 'Replies' });
  await expect(replies.getByRole('listitem')).toContainText('Maybe @ada knows.');
  await expect(replies.getByRole('link', { name: '@ada' })).toHaveAttribute(
    'href',
    /\/people\/\d+\/ada$/,
  );
  await expectAccessible(page);
  await takePictures(page, 'comment-reply');
  expectQuiet();

  await signIn(page, 'ada');
  await page.goto('/inbox');
  const thread = page.getByRole('article').filter({ hasText: title });
  await expect(thread).toContainText(/Ben .* mentioned you/);
  await expect(thread).toContainText('Maybe @ada knows.');
  await takePictures(page, 'inbox-mention');
  await thread.getByRole('link', { name: /mentioned you/ }).click();
  await expect(page.getByText('Maybe @ada knows.')).toBeVisible();
});

test('who types a space behind a completed mention in the editor has one space', async ({
  page,
}) => {
  const noa = await Author.as(page, 'noa');
  const { id } = await noa.ask();
  await signIn(page, 'ben');
  await page.goto(`/questions/${id}`);
  await page.getByRole('button', { name: /^Write what you know/ }).click();
  const field = page.getByRole('textbox', { name: 'Your answer' });
  await field.click();
  await page.keyboard.type('Ask @ad');
  await expect(page.getByRole('option').first()).toContainText('@ada');
  await page.getByRole('option').first().click();
  const written = () => field.locator('.cm-line').evaluate((line) => line.textContent);
  await expect.poll(written).toBe('Ask @ada ');
  await page.keyboard.type(' and wait  twice');
  await expect.poll(written).toBe('Ask @ada and wait  twice');
});
