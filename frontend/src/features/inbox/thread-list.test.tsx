import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { InboxThread, Notification } from '@/api/inbox';
import { show } from '@/test/render';
import { serve } from '@/test/server';
import { ThreadList } from './thread-list';

function aNotification(change: Partial<Notification>): Notification {
  return {
    number: 1,
    kind: 'answer',
    unread: true,
    postId: 43,
    postKind: 'answer',
    own: false,
    commentId: null,
    suggestionId: null,
    by: null,
    count: 1,
    at: '2026-03-02T08:00:00Z',
    excerpt: '',
    ...change,
  };
}

function aThread(notifications: Notification[]): InboxThread {
  return {
    question: { id: 42, title: 'How do I close a channel twice?', slug: 'how-do-i' },
    space: { slug: 'it', name: 'IT operations', color: '#123456' },
    asked: true,
    unread: true,
    newest: notifications[0]?.number ?? 1,
    touchedAt: '2026-03-02T08:00:00Z',
    snoozedUntil: null,
    notifications,
    total: notifications.length,
  };
}

const inbox = (thread: InboxThread) => () => ({ body: { items: [thread], next: '' } });

it('says what happened, and counts votes instead of repeating them', async () => {
  const thread = aThread([
    aNotification({ number: 3, kind: 'votes', postId: 42, postKind: 'question', count: 3 }),
    aNotification({ number: 2 }),
  ]);
  serve({ 'GET /me/inbox': inbox({ ...thread, total: 9 }) });
  await show(<ThreadList view="inbox" empty="Nothing" />);
  expect(await screen.findByRole('link', { name: '3 up-votes on your question' })).toBeVisible();
  const answer = screen.getByRole('link', { name: 'Somebody answered your question' });
  expect(answer).toHaveAttribute('href', '/questions/42/how-do-i#answer-43');
  expect(screen.getByText('and 7 more')).toBeVisible();
});

it('marks a thread as read at once, up to what was on the screen', async () => {
  const sent: unknown[] = [];
  let unread = true;
  serve({
    'GET /me/inbox': () => inbox({ ...aThread([aNotification({ number: 4, unread })]), unread })(),
    'PUT /me/inbox/42/read': async (_, request) => {
      sent.push(await request.json());
      unread = false;
      return { body: { unread: 0 } };
    },
  });
  const { user } = await show(<ThreadList view="inbox" empty="Nothing" />);
  await user.click(await screen.findByRole('button', { name: 'Mark as read' }));
  expect(await screen.findByRole('button', { name: 'Mark as unread' })).toBeVisible();
  await waitFor(() => expect(sent).toEqual([{ through: 4 }]));
});

it('brings back what the server refuses to snooze, and says why', async () => {
  serve({
    'GET /me/inbox': inbox(aThread([aNotification({})])),
    'PUT /me/inbox/42/snooze': () => ({
      status: 422,
      body: {
        code: 'validation',
        title: 'Invalid',
        detail: 'Choose a time that is still to come.',
      },
    }),
  });
  const { user } = await show(<ThreadList view="inbox" empty="Nothing" />);
  await user.click(await screen.findByRole('button', { name: 'Snooze' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Tomorrow at 8' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('still to come');
  expect(await screen.findByRole('button', { name: 'Snooze' })).toBeVisible();
});

it('says what to do where there is nothing', async () => {
  serve({ 'GET /me/inbox': () => ({ body: { items: [], next: '' } }) });
  await show(<ThreadList view="inbox" empty={<p>Ask or answer</p>} />);
  expect(await screen.findByText('Ask or answer')).toBeVisible();
});
