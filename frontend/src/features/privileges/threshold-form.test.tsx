import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { Privileges } from '@/api/privileges';
import { show } from '@/test/render';
import { serve } from '@/test/server';
import { ThresholdForm } from './threshold-form';

const privileges: Privileges = {
  preset: 'team',
  reputation: 1,
  can: { choose: { allowed: true, reason: '' } },
  items: [
    { key: 'ask', threshold: 0, held: true },
    { key: 'edit', threshold: 1, held: true },
  ],
};

type Body = { preset: string; thresholds?: { edit: number } };

/** A server that counts ten people, of whom one would reach any threshold above 1; it keeps what it is told to save. */
function serveTen(): Body[] {
  const saved: Body[] = [];
  serve({
    'POST /privileges/preview': async (_, request) => {
      const { preset, thresholds }: Body = await request.json();
      const edit = thresholds?.edit ?? (preset === 'public' ? 2000 : 1);
      const items = [
        { key: 'ask', threshold: 0, holders: 10, holdersNow: 10 },
        { key: 'edit', threshold: edit, holders: edit > 1 ? 1 : 10, holdersNow: 10 },
      ];
      return { body: { people: 10, items } };
    },
    'PUT /privileges': async (_, request) => {
      saved.push(await request.json());
      return { body: privileges };
    },
  });
  return saved;
}

it('begins a custom choice with the figures of the preset and saves what was set', async () => {
  const saved = serveTen();
  const done = vi.fn();
  const { user } = await show(<ThresholdForm privileges={privileges} onDone={done} />);
  await user.click(screen.getByRole('radio', { name: 'Public community' }));
  const table = await screen.findByRole('table', { name: 'Who would have each privilege' });
  await waitFor(() => expect(within(table).getByText('2,000')).toBeVisible());
  expect(within(table).getByText('now 10')).toBeVisible();

  await user.click(screen.getByRole('radio', { name: 'Custom' }));
  const edit = screen.getByRole('textbox', { name: 'Edit posts of others' });
  expect(edit).toHaveValue('2000');
  await user.clear(edit);
  await user.type(edit, '50');
  await user.click(screen.getByRole('button', { name: 'Save the thresholds' }));
  await waitFor(() => expect(done).toHaveBeenCalled());
  expect(saved).toEqual([{ preset: 'custom', thresholds: { ask: 0, edit: 50 } }]);
});

it('sends nothing that is no whole number from 0 to 100,000', async () => {
  const saved = serveTen();
  const { user } = await show(
    <ThresholdForm privileges={{ ...privileges, preset: 'custom' }} onDone={vi.fn()} />,
  );
  const edit = await screen.findByRole('textbox', { name: 'Edit posts of others' });
  for (const wrong of ['1.5', '-1', '100001', 'many']) {
    await user.clear(edit);
    await user.type(edit, wrong);
    await user.click(screen.getByRole('button', { name: 'Save the thresholds' }));
    expect(screen.getByRole('alert', { name: 'Errors' })).toHaveTextContent(
      'Edit posts of others: a whole number from 0 to 100,000.',
    );
  }
  expect(saved).toEqual([]);
});
