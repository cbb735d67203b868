import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type SessionInfo,
  sessionsQuery,
  useEndOtherSessions,
  useEndSession,
} from '@/api/sessions-list';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { Part } from '@/ui/part';
import { StaleNotice } from '@/ui/stale-notice';
import { ErrorState, SkeletonRows } from '@/ui/states';
import { toast } from '@/ui/toast';
import { useRefusal } from '@/ui/use-refusal';
import { SessionRow } from './session-row';
import classes from './sessions.module.css';

/** Where one is signed in; what one does not know can be ended. */
export function Sessions() {
  const { t } = useLingui();
  const { data, error, refetch, isPending } = useQuery(sessionsQuery);
  const [ending, setEnding] = useState<SessionInfo | 'others' | null>(null);
  return (
    <Part
      title={t`Where you are signed in`}
      hint={t`If you do not know one of these, end it and change your password.`}
    >
      {isPending ? <SkeletonRows rows={3} height={68} /> : null}
      {!(isPending || data) ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {data ? (
        <>
          <StaleNotice error={error} onRetry={() => void refetch()} />
          <ul className={classes.list}>
            {data.items.map((session) => (
              <SessionRow key={session.id} session={session} onEnd={() => setEnding(session)} />
            ))}
          </ul>
          {data.items.length > 1 ? (
            <Button variant="default" onClick={() => setEnding('others')}>
              {t`End all other sessions`}
            </Button>
          ) : null}
        </>
      ) : null}
      <EndDialog ending={ending} onClose={() => setEnding(null)} />
    </Part>
  );
}

interface EndDialogProps {
  ending: SessionInfo | 'others' | null;
  onClose: () => void;
}

function EndDialog({ ending, onClose }: EndDialogProps) {
  const { t } = useLingui();
  const endOne = useEndSession();
  const endOthers = useEndOtherSessions();
  const refuse = useRefusal();
  const all = ending === 'others';
  const then = (words: string) => ({
    onSuccess: () => toast.done(words),
    onError: refuse,
    onSettled: onClose,
  });
  const confirm = () => {
    if (ending === 'others') endOthers.mutate(undefined, then(t`All other sessions are ended.`));
    else if (ending) endOne.mutate(ending.id, then(t`The session is ended.`));
  };
  return (
    <ConfirmDialog
      opened={ending !== null}
      title={all ? t`End all other sessions?` : t`End this session?`}
      action={all ? t`End all other sessions` : t`End the session`}
      danger
      busy={endOne.isPending || endOthers.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      {all
        ? t`Every browser but this one is signed out at once. What was typed there and not sent stays in that browser.`
        : t`That browser is signed out at once. What was typed there and not sent stays in it.`}
    </ConfirmDialog>
  );
}
