import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { show } from '@/test/render';
import { PrivilegeRow } from './privilege-row';

const close = { key: 'close' as const, threshold: 1000, held: false };

it('shows how far one has come', async () => {
  await show(<PrivilegeRow privilege={close} reputation={250} />);
  expect(screen.getByRole('heading', { name: 'Close and reopen questions' })).toBeVisible();
  expect(screen.getByRole('progressbar', { name: 'Your progress' })).toHaveAttribute(
    'value',
    '250',
  );
  expect(screen.getByText('750 more to go')).toBeVisible();
  expect(screen.getByText('Not yet')).toBeVisible();
});

it('says what one has, without a progress', async () => {
  await show(<PrivilegeRow privilege={{ ...close, held: true }} reputation={1} />);
  expect(screen.getByText('Yours')).toBeVisible();
  expect(screen.queryByRole('progressbar')).toBeNull();
});

it('shows a visitor what it takes', async () => {
  await show(<PrivilegeRow privilege={close} reputation={undefined} />);
  expect(screen.getByText('1,000')).toBeVisible();
  expect(screen.queryByText('Not yet')).toBeNull();
});
