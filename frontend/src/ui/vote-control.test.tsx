import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { show } from '@/test/render';
import { VoteControl } from './vote-control';

const allowed = { allowed: true, reason: '' };
const own = { allowed: false, reason: 'This is your own post.' };

it('votes up, and a second press withdraws the vote', async () => {
  const onVote = vi.fn();
  const props = { score: 3, canVoteUp: allowed, canVoteDown: allowed, onVote };
  const { user, unmount } = await show(<VoteControl {...props} myVote={0} />);
  await user.click(screen.getByRole('button', { name: 'Vote up', pressed: false }));
  expect(onVote).toHaveBeenLastCalledWith(1);
  unmount();

  const again = await show(<VoteControl {...props} myVote={1} />);
  await again.user.click(screen.getByRole('button', { name: 'Vote up', pressed: true }));
  expect(onVote).toHaveBeenLastCalledWith(0);
});

it('changes an up-vote to a down-vote in one press', async () => {
  const onVote = vi.fn();
  const { user } = await show(
    <VoteControl score={3} myVote={1} canVoteUp={allowed} canVoteDown={allowed} onVote={onVote} />,
  );
  await user.click(screen.getByRole('button', { name: 'Vote down' }));
  expect(onVote).toHaveBeenLastCalledWith(-1);
});

it('says why a vote is refused instead of casting it', async () => {
  const onVote = vi.fn();
  const { user } = await show(
    <VoteControl score={0} myVote={0} canVoteUp={own} canVoteDown={own} onVote={onVote} />,
  );
  await user.click(screen.getByRole('button', { name: 'Vote up' }));
  expect(onVote).not.toHaveBeenCalled();
  expect(await screen.findByRole('alert')).toHaveTextContent('This is your own post.');
});
