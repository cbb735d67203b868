import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { show } from '@/test/render';
import { RelativeTime } from './relative-time';

it('gives the exact time to the mouse and to the keyboard', async () => {
  const { user } = await show(<RelativeTime value="2024-05-04T09:30:00Z" />);
  const time = screen.getByText('4 May 2024');
  expect(time).toHaveAttribute('title', expect.stringMatching(/^Saturday,? 4 May 2024/));
  expect(time).toHaveAttribute('datetime', '2024-05-04T09:30:00Z');
  await user.tab();
  expect(time).toHaveFocus();
});
