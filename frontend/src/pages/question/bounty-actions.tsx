import { useLingui } from '@lingui/react/macro';
import { Suspense, useState } from 'react';
import { useMe } from '@/api/me';
import type { Answer, Question } from '@/api/types';
import { lazyPart } from '@/lib/lazy';
import { TextAction } from '@/ui/text-action';

const OfferDialog = lazyPart(() => import('@/features/bounties/offer-dialog'), 'OfferDialog');
const AwardDialog = lazyPart(() => import('@/features/bounties/award-dialog'), 'AwardDialog');

/** For whoever may offer a bounty; to the asker, who looks for it first, it also says why not yet. */
export function OfferBounty({ question }: { question: Question }) {
  const { t } = useLingui();
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const { id, author, bounty, closure, locked, deletedAt, can } = question;
  const over = bounty ?? closure ?? locked ?? deletedAt;
  if (!(can.offer.allowed || (me && me.id === author?.id && !over))) return null;
  return (
    <>
      <TextAction permission={can.offer} onClick={() => setAsking(true)}>
        {t`Offer a bounty`}
      </TextAction>
      <Suspense>
        {asking ? <OfferDialog questionId={id} onClose={() => setAsking(false)} /> : null}
      </Suspense>
    </>
  );
}

/** For whoever offered the bounty that runs. */
export function AwardBounty({ answer, amount }: { answer: Answer; amount: number | undefined }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  if (!(answer.can.award.allowed && amount)) return null;
  return (
    <>
      <TextAction onClick={() => setAsking(true)}>{t`Award the bounty`}</TextAction>
      <Suspense>
        {asking ? (
          <AwardDialog answer={answer} amount={amount} onClose={() => setAsking(false)} />
        ) : null}
      </Suspense>
    </>
  );
}
