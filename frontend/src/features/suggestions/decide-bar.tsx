import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { type Suggestion, useDecide } from '@/api/suggestions';
import { lazyPart } from '@/lib/lazy';
import { ButtonLink } from '@/ui/button-link';
import { toast } from '@/ui/toast';
import { useRefusal } from '@/ui/use-refusal';
import classes from './suggestions.module.css';

const RejectDialog = lazyPart(() => import('./reject-dialog'), 'RejectDialog');

/** What the reader may do with a suggestion that waits. */
export function DecideBar({ suggestion }: { suggestion: Suggestion }) {
  const { t } = useLingui();
  const refuse = useRefusal();
  const decide = useDecide(suggestion);
  const [rejecting, setRejecting] = useState(false);
  const { id, state, conflict, can } = suggestion;
  if (state !== 'waiting') return null;
  if (can.withdraw.allowed) {
    return (
      <div className={classes.buttons}>
        <Button
          variant="default"
          loading={decide.isPending}
          onClick={() =>
            decide.mutate(
              { how: 'withdraw' },
              {
                onSuccess: () => toast.done(t`Your suggestion is withdrawn.`),
                onError: refuse,
              },
            )
          }
        >{t`Withdraw my suggestion`}</Button>
      </div>
    );
  }
  if (!can.decide.allowed) return <p className={classes.refused}>{can.decide.reason}</p>;
  return (
    <div className={classes.buttons}>
      {conflict ? null : (
        <Button
          loading={decide.isPending}
          onClick={() =>
            decide.mutate(
              { how: 'accept' },
              {
                onSuccess: () => toast.done(t`The suggestion is accepted.`),
                onError: refuse,
              },
            )
          }
        >{t`Accept`}</Button>
      )}
      <ButtonLink
        to="/suggestions/$id/improve"
        params={{ id: String(id) }}
        variant={conflict ? 'filled' : 'default'}
      >{t`Improve and accept`}</ButtonLink>
      <Button variant="default" onClick={() => setRejecting(true)}>{t`Reject`}</Button>
      <Suspense>
        {rejecting ? (
          <RejectDialog suggestion={suggestion} onClose={() => setRejecting(false)} />
        ) : null}
      </Suspense>
    </div>
  );
}
