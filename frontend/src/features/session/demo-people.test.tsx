import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { show } from '@/test/render';
import { serve } from '@/test/server';
import { DemoPeople } from './demo-people';

const demo = {
  password: 'demonstration',
  people: [
    { name: 'Ada Lindqvist', email: 'ada@example.org', role: 'member', about: 'Service designer' },
    {
      name: 'Mia Haverkamp',
      email: 'mia@example.org',
      role: 'moderator',
      about: 'Knowledge manager',
    },
  ],
};

it('signs in as one of the cast with one click', async () => {
  let sent: Promise<unknown> | undefined;
  serve({
    'GET /organisation': () => ({ body: { name: 'Lindhafen', demo } }),
    'POST /sessions': (_, request) => {
      sent = request.json();
      return { status: 503, body: { title: 'Busy', detail: 'Try again in a moment.' } };
    },
  });
  const { user } = await show(<DemoPeople />);
  await user.click(await screen.findByRole('button', { name: /Mia Haverkamp.*Moderator/ }));
  expect(await screen.findByText('Try again in a moment.')).toBeVisible();
  expect(await sent).toEqual({ email: 'mia@example.org', password: 'demonstration' });
});

it('is not there outside the demonstration', async () => {
  let asked = false;
  serve({
    'GET /organisation': () => {
      asked = true;
      return { body: { name: 'Lindhafen', demo: null } };
    },
  });
  await show(<DemoPeople />);
  await expect.poll(() => asked).toBe(true);
  expect(screen.queryByRole('heading')).toBeNull();
});
