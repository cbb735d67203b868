import { Plural, Trans } from '@lingui/react/macro';
import { Coins } from 'lucide-react';
import type { Question } from '@/api/types';
import { useNow } from '@/lib/clock';
import { Notice } from '@/ui/notice';
import { RelativeTime } from '@/ui/relative-time';
import { Said } from './said';

/** What is offered for an answer, by whom, until when and why. */
export function BountyNotice({ bounty }: { bounty: NonNullable<Question['bounty']> }) {
  const runs = Date.parse(bounty.endsAt) > useNow().getTime();
  const { amount, by } = bounty;
  const name = by?.name ?? '';
  const time = <RelativeTime value={bounty.endsAt} />;
  return (
    <Notice
      kind="bounty"
      icon={<Coins size={17} aria-hidden />}
      title={<Plural value={amount} other="# reputation for a good answer" />}
    >
      <p>
        {runs ? (
          <Trans>
            {name} offers it as a bounty. It ends {time}.
          </Trans>
        ) : (
          <Trans>
            {name} offered it as a bounty, which ended {time} and is about to be awarded.
          </Trans>
        )}
      </p>
      <Said note={bounty.note} />
    </Notice>
  );
}
