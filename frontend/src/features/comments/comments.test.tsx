import { useQuery } from '@tanstack/react-query';
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { questionQuery } from '@/api/questions';
import { beginSession, endSession } from '@/api/session';
import type { Me } from '@/api/types';
import { aComment, ada, aQuestion } from '@/test/posts';
import { show } from '@/test/render';
import { serve } from '@/test/server';
import { Comments } from './comments';

const me = { ...ada, singleKeys: true } as Me;

function UnderQuestion() {
  const { data } = useQuery(questionQuery(42));
  if (!data) return null;
  const { comments, commentCount, can } = data.question;
  return (
    <Comments
      address={{ questionId: 42, postId: 42 }}
      space="organisation"
      comments={comments}
      count={commentCount}
      canComment={can.comment}
      label="Comments on the question"
    />
  );
}

function page(count: number, shown: number) {
  const comments = Array.from({ length: shown }, (_, index) => aComment({ id: index + 1 }));
  return { question: aQuestion({ comments, commentCount: count }), answers: [] };
}

beforeEach(() => {
  beginSession({ accessToken: 'token', expiresIn: 900, me });
});

it('shows the best five, and all of them when asked', async () => {
  const all = Array.from({ length: 8 }, (_, index) => aComment({ id: index + 1 }));
  serve({
    'GET /me': () => ({ body: me }),
    'GET /questions/42': () => ({ body: page(8, 5) }),
    'GET /posts/42/comments': () => ({ body: { items: all } }),
  });
  const { user } = await show(<UnderQuestion />);
  const region = within(await screen.findByRole('region', { name: 'Comments on the question' }));
  expect(region.getAllByRole('listitem')).toHaveLength(5);
  await user.click(region.getByRole('button', { name: 'Show all 8 comments' }));
  expect(await region.findByText((_, node) => node?.id === 'comment-8')).toBeVisible();
  expect(region.queryByRole('button', { name: /Show all/ })).toBeNull();
});

it('adds a comment below the others', async () => {
  serve({
    'GET /me': () => ({ body: me }),
    'GET /questions/42': () => ({ body: page(0, 0) }),
    'POST /posts/42/comments': () => ({
      status: 201,
      body: aComment({ id: 9, html: 'Since <code>1.22</code>' }),
    }),
  });
  const { user } = await show(<UnderQuestion />);
  await user.click(await screen.findByRole('button', { name: 'Add a comment' }));
  const field = screen.getByRole('textbox', { name: 'Your comment' });
  expect(field).toHaveFocus();
  await user.type(field, 'Since 1.22');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText('1.22')).toBeVisible();
  expect(screen.queryByRole('textbox')).toBeNull();
});

it('keeps what was typed when the server refuses it, and says why', async () => {
  serve({
    'GET /me': () => ({ body: me }),
    'GET /questions/42': () => ({ body: page(0, 0) }),
    'POST /posts/42/comments': () => ({
      status: 422,
      body: {
        code: 'validation',
        detail: 'Some fields need your attention.',
        errors: [{ field: 'body', code: 'too-long', message: 'A comment has at most 600.' }],
      },
    }),
  });
  const { user } = await show(<UnderQuestion />);
  await user.click(await screen.findByRole('button', { name: 'Add a comment' }));
  await user.type(screen.getByRole('textbox', { name: 'Your comment' }), 'Too much');
  await user.click(screen.getByRole('button', { name: 'Add comment' }));
  expect(await screen.findByText('A comment has at most 600.')).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Your comment' })).toHaveValue('Too much');
});

it('deletes only after asking', async () => {
  serve({
    'GET /me': () => ({ body: me }),
    'GET /questions/42': () => ({ body: page(1, 1) }),
    'DELETE /comments/1': () => ({ body: null }),
  });
  const { user } = await show(<UnderQuestion />);
  await user.click(await screen.findByRole('button', { name: 'Delete' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Delete this comment?' }));
  await user.click(dialog.getByRole('button', { name: 'Delete comment' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('The comment is deleted.');
  expect(screen.queryByRole('listitem')).toBeNull();
});

it('votes a comment up at once', async () => {
  serve({
    'GET /me': () => ({ body: me }),
    'GET /questions/42': () => ({ body: page(1, 1) }),
    'PUT /comments/1/vote': () => ({ body: { score: 3, myVote: 1 } }),
  });
  const { user } = await show(<UnderQuestion />);
  await user.click(await screen.findByRole('button', { name: 'Vote this comment up' }));
  const vote = screen.getByRole('button', { name: 'Vote this comment up', pressed: true });
  expect(vote).toHaveTextContent('3');
});

it('offers a visitor nothing to write', async () => {
  endSession();
  serve({ 'GET /questions/42': () => ({ body: page(1, 1) }) });
  await show(<UnderQuestion />);
  expect(await screen.findByRole('listitem')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Add a comment' })).toBeNull();
});

it('replies under the comment, and keeps the place of a deleted one that has replies', async () => {
  const first = aComment({ id: 1, html: 'Why twice?' });
  serve({
    'GET /me': () => ({ body: me }),
    'GET /questions/42': () => ({
      body: { question: aQuestion({ comments: [first], commentCount: 1 }), answers: [] },
    }),
    'POST /posts/42/comments': async (_, request) => {
      const { parentId }: { parentId: number } = await request.json();
      return { status: 201, body: aComment({ id: 2, parentId, html: 'For symmetry' }) };
    },
    'DELETE /comments/1': () => ({ body: null }),
  });
  const { user } = await show(<UnderQuestion />);
  await user.click(await screen.findByRole('button', { name: 'Reply' }));
  await user.type(screen.getByRole('textbox', { name: /Your reply to/ }), 'For symmetry');
  await user.click(screen.getByRole('button', { name: 'Add reply' }));
  const replies = within(await screen.findByRole('list', { name: 'Replies' }));
  expect(replies.getByRole('listitem')).toHaveTextContent('For symmetry');
  await user.click(screen.getAllByRole('button', { name: 'Delete' })[0] as HTMLElement);
  await user.click(await screen.findByRole('button', { name: 'Delete comment' }));
  expect(await screen.findByText('This comment was deleted.')).toBeVisible();
  expect(screen.queryByText('Why twice?')).toBeNull();
  expect(replies.getByRole('listitem')).toHaveTextContent('For symmetry');
});
