import { useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '@/ui/confirm-dialog';

const longest = 500;

interface DeleteDialogProps {
  kind: 'question' | 'answer';
  /** Somebody else wrote it, and wants to know why it goes. */
  foreign: boolean;
  busy: boolean;
  onConfirm: (note: string) => void;
  onClose: () => void;
}

/** Asks whether a post shall really go and, where it is somebody else's, why. */
export function DeleteDialog({ kind, foreign, busy, onConfirm, onClose }: DeleteDialogProps) {
  const { t } = useLingui();
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const isQuestion = kind === 'question';
  const confirm = () => {
    if (foreign && note.trim() === '') setMissing(true);
    else onConfirm(note);
  };
  return (
    <ConfirmDialog
      opened
      danger
      title={isQuestion ? t`Delete this question?` : t`Delete this answer?`}
      action={isQuestion ? t`Delete question` : t`Delete answer`}
      busy={busy}
      onConfirm={confirm}
      onClose={onClose}
    >
      {isQuestion
        ? t`Readers will no longer see the question, its answers and its comments. You can undelete it at any time.`
        : t`Readers will no longer see the answer and its comments. You can undelete it at any time.`}
      {foreign ? (
        <Textarea
          mt={14}
          label={t`Why is it deleted?`}
          description={t`The author and moderators see it.`}
          required
          withAsterisk={false}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={longest}
          value={note}
          onChange={(event) => {
            setNote(event.currentTarget.value);
            setMissing(false);
          }}
          error={missing ? t`Say why, so that the author understands.` : undefined}
        />
      ) : null}
    </ConfirmDialog>
  );
}
