import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { networkProblem } from '@/lib/problem';
import { show } from '@/test/render';
import { FormErrors, fieldId } from './form-errors';

const errors = [
  { field: 'title', code: 'too-short', message: 'The title needs at least 10 characters.' },
  { field: 'tags', code: 'required', message: 'Choose at least one tag.' },
];

it('takes focus, counts the errors and leads to each field', async () => {
  const { user } = await show(
    <>
      <FormErrors form="ask" errors={errors} />
      <input id={fieldId('ask', 'title')} aria-label="Title" />
    </>,
  );
  const summary = screen.getByRole('alert');
  expect(summary).toHaveFocus();
  expect(summary).toHaveTextContent('2 things need your attention:');
  await user.click(screen.getByRole('link', { name: /at least 10 characters/ }));
  expect(screen.getByRole('textbox', { name: 'Title' })).toHaveFocus();
});

it('says that nothing was lost when the server cannot be reached', async () => {
  await show(<FormErrors form="ask" errors={[]} problem={networkProblem()} />);
  expect(screen.getByRole('alert')).toHaveTextContent('The server cannot be reached');
});

it('is not there without errors', async () => {
  await show(<FormErrors form="ask" errors={[]} problem={null} />);
  expect(screen.queryByRole('alert')).toBeNull();
});
