import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { show } from '@/test/render';
import { serve } from '@/test/server';
import { Sessions } from './sessions';

const here = {
  id: 1,
  current: true,
  device: 'Firefox, Linux',
  address: '127.0.0.1',
  createdAt: '2026-03-01T10:00:00Z',
  lastUsedAt: '2026-03-02T10:00:00Z',
};
const there = { ...here, id: 2, current: false, device: 'Safari, iPhone', address: '192.0.2.7' };

it('names each session, and offers to end all but this one', async () => {
  serve({ 'GET /sessions': () => ({ body: { items: [here, there] } }) });
  await show(<Sessions />);
  const rows = await screen.findAllByRole('listitem');
  expect(rows[0]).toHaveTextContent('Firefox, LinuxThis browser');
  expect(within(rows[0] as HTMLElement).queryByRole('button')).toBeNull();
  expect(rows[1]).toHaveTextContent('192.0.2.7');
  expect(
    screen.getByRole('button', { name: 'End the session: Safari, iPhone, 192.0.2.7' }),
  ).toBeVisible();
});

it('ends one only after it was confirmed', async () => {
  let items = [here, there];
  serve({
    'GET /sessions': () => ({ body: { items } }),
    'DELETE /sessions/2': () => {
      items = [here];
      return { status: 204, body: undefined };
    },
  });
  const { user } = await show(<Sessions />);
  await user.click(await screen.findByRole('button', { name: /^End the session: Safari/ }));
  expect(items).toHaveLength(2);
  const dialog = await screen.findByRole('dialog', { name: 'End this session?' });
  await user.click(within(dialog).getByRole('button', { name: 'End the session' }));
  expect(await screen.findByText('The session is ended.')).toBeVisible();
  await expect.poll(() => screen.queryByText('Safari, iPhone')).toBeNull();
  expect(screen.queryByRole('button', { name: 'End all other sessions' })).toBeNull();
});

it('says why when the server refuses', async () => {
  serve({
    'GET /sessions': () => ({ body: { items: [here, there] } }),
    'DELETE /sessions': () => ({ status: 503, body: { title: 'Busy', detail: 'Try later.' } }),
  });
  const { user } = await show(<Sessions />);
  await user.click(await screen.findByRole('button', { name: 'End all other sessions' }));
  const dialog = await screen.findByRole('dialog', { name: 'End all other sessions?' });
  await user.click(within(dialog).getByRole('button', { name: 'End all other sessions' }));
  expect(await screen.findByText('Try later.')).toBeVisible();
});
