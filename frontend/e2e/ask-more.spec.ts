import { expect, test } from '@playwright/test';
import { expectAccessible, register, signIn, takePictures } from './helpers';

const unique = () => Math.random().toString(36).slice(2, 10);

test('likely tags, the checklist and a template help while one types', async ({ page }) => {
  await register(page, 'Ole Types');
  await page.goto('/questions/ask');
  const checklist = page.getByRole('region', { name: 'A question people can answer' });
  await expect(checklist.getByRole('img', { name: 'Done:' })).toHaveCount(0);
  await page
    .getByRole('textbox', { name: 'Title' })
    .fill(`Why is the ${unique()} query in Postgres slow since Monday?`);
  await expect(checklist.getByRole('img', { name: 'Done:' })).toHaveCount(2);
  await page.getByRole('button', { name: 'Add the tag postgres', exact: true }).click();
  await expect(checklist.getByRole('img', { name: 'Done:' })).toHaveCount(3);
  await page.getByRole('button', { name: 'Use the template A slow query' }).click();
  await expect(page.getByRole('textbox', { name: 'Details' })).toContainText('EXPLAIN');
  await expect(checklist.getByRole('img', { name: 'Done:' })).toHaveCount(4);
  await expect(page.getByRole('list', { name: 'Templates' })).toHaveCount(0);
  await expectAccessible(page);
  await takePictures(page, 'ask-help');
});

test('a title alone is a quick question', async ({ page }) => {
  await register(page, 'Ole Quick');
  const title = `Who keeps the ${unique()} key?`;
  await page.goto('/questions/ask');
  await page.getByRole('textbox', { name: 'Title' }).fill(title);
  await expect(page.getByText('needs no tag')).toBeVisible();
  await page.getByRole('button', { name: 'Post your question' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
});

test('a question is posted together with the answer one has found', async ({ page }) => {
  await register(page, 'Ole Knows');
  const title = `How do I reset the ${unique()} terminal?`;
  await page.goto('/questions/ask?tag=windows');
  await page.getByRole('textbox', { name: 'Title' }).fill(title);
  await page.getByRole('checkbox', { name: 'Answer it yourself' }).check();
  await page.getByRole('textbox', { name: 'Your answer' }).click();
  await page.keyboard.type('Hold both buttons for ten seconds.');
  await expectAccessible(page);
  await takePictures(page, 'ask-answered');
  await page.getByRole('button', { name: 'Post question and answer' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole('article', { name: /^Answer by/ })).toContainText('ten seconds');
});

test('an administrator writes a template, and askers are offered it', async ({ page }) => {
  await signIn(page, 'root');
  const name = `Printing ${unique()}`;
  await page.goto('/questions/ask');
  await page.getByRole('link', { name: 'All templates' }).click();
  await page.getByRole('button', { name: 'New template' }).click();
  await page.getByRole('textbox', { name: 'Tag' }).fill('windows');
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('textbox', { name: 'Text' }).fill('**Which printer:**');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Create the template' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
  await expectAccessible(page);
  await takePictures(page, 'templates');
  await page.goto('/questions/ask?tag=windows');
  await expect(page.getByRole('button', { name: `Use the template ${name}` })).toBeVisible();
  await page.goto('/templates');
  await page.getByRole('button', { name: `Delete ${name}` }).click();
  await page.getByRole('button', { name: 'Delete template' }).click();
  await expect(page.getByRole('heading', { name })).toHaveCount(0);
});
