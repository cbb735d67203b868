import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { anAnswer, aQuestion } from '@/test/posts';
import { show } from '@/test/render';
import { AwardBounty, OfferBounty } from './bounty-actions';

it('offers nothing to whoever may not, and to nobody an answer without a bounty to award', async () => {
  await show(
    <>
      <OfferBounty question={aQuestion()} />
      <AwardBounty answer={anAnswer()} amount={100} />
    </>,
  );
  expect(screen.queryByRole('button')).toBeNull();
});

it('asks before a bounty is awarded, and names who gets how much', async () => {
  const answer = anAnswer();
  const can = { ...answer.can, award: { allowed: true, reason: '' } };
  await show(<AwardBounty answer={{ ...answer, can }} amount={150} />);
  await userEvent.click(screen.getByRole('button', { name: 'Award the bounty' }));
  const dialog = await screen.findByRole('dialog', { name: 'Award the bounty to this answer?' });
  expect(dialog).toHaveTextContent('Ben Novak gets all 150 reputation');
});
