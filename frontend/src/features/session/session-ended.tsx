import { useLingui } from '@lingui/react/macro';
import { Button, Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { endSession, onSessionChange } from '@/api/session';
import classes from './session-ended.module.css';
import { SignInForm } from './sign-in-form';

/**
 * Over the page when the session ended while it was in use. The page below stays as it is, with all
 * that was typed; it goes on where it was once the same person has signed in again.
 */
export function SessionEnded({ email }: { email: string }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  // What was fetched meanwhile was fetched as a visitor.
  useEffect(() => onSessionChange(() => void queryClient.invalidateQueries()), [queryClient]);
  return (
    <Modal
      opened
      onClose={endSession}
      title={t`Your session has ended`}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <p className={classes.text}>
        {t`Sign in again to go on where you were. What you typed is still there.`}
      </p>
      <SignInForm email={email} />
      <div className={classes.other}>
        <Button variant="subtle" size="compact-sm" onClick={endSession}>
          {t`Go on without signing in`}
        </Button>
      </div>
    </Modal>
  );
}
