import { useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from './confirm-dialog';
import { FormErrors } from './form-errors';

const longestNote = 500;

interface ConvertFormProps {
  title: string;
  action: string;
  /** What will happen. */
  children: ReactNode;
  busy: boolean;
  error: Error | null;
  onConfirm: (note: string) => void;
  onClose: () => void;
}

/** Asks before something becomes something else, and why. */
export function ConvertForm(props: ConvertFormProps) {
  const { title, action, children, busy, error, onConfirm, onClose } = props;
  const { t } = useLingui();
  const [note, setNote] = useState('');
  return (
    <ConfirmDialog
      opened
      title={title}
      action={action}
      busy={busy}
      onConfirm={() => onConfirm(note)}
      onClose={onClose}
    >
      <FormErrors form="convert" errors={[]} problem={error} />
      {children}
      <Textarea
        mt={14}
        label={t`Why? (optional)`}
        description={t`It stands in the history.`}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={longestNote}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
