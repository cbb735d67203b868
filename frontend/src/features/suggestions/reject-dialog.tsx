import { useLingui } from '@lingui/react/macro';
import { Button, Modal, NativeSelect, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type RejectReason, type Suggestion, useDecide } from '@/api/suggestions';
import { errorOf, FormErrors, fieldId } from '@/ui/form-errors';
import { toast } from '@/ui/toast';
import { useFormErrors } from '@/ui/use-form-errors';
import classes from './suggestions.module.css';
import { useReasons } from './use-reasons';

const form = 'reject';
const longest = 500;

interface RejectDialogProps {
  suggestion: Suggestion;
  onClose: () => void;
}

/** Why a suggested edit is turned down, for whoever suggested it. */
export function RejectDialog({ suggestion, onClose }: RejectDialogProps) {
  const { t } = useLingui();
  const reasons = useReasons();
  const decide = useDecide(suggestion);
  const [reason, setReason] = useState<RejectReason | ''>('');
  const [note, setNote] = useState('');
  const { errors, problem, passes } = useFormErrors(decide.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const ready = passes(
      ['reason', reason !== '', t`Choose why.`],
      ['note', reason !== 'other' || note.trim() !== '', t`Say in a few words why.`],
    );
    if (!ready || reason === '') return;
    decide.mutate(
      { how: 'reject', rejection: { reason, note } },
      {
        onSuccess: () => {
          toast.done(t`The suggestion is rejected.`);
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Reject this suggestion`}
      closeButtonProps={{ 'aria-label': t`Close the dialog` }}
    >
      <form className={classes.form} onSubmit={submit} noValidate>
        <FormErrors form={form} errors={errors} problem={problem} />
        <NativeSelect
          id={fieldId(form, 'reason')}
          label={t`Why?`}
          value={reason}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            setReason(isReason(chosen, reasons) ? chosen : '');
            passes();
          }}
          data={[
            { value: '', label: t`Choose a reason` },
            ...Object.entries(reasons).map(([value, label]) => ({ value, label })),
          ]}
          error={errorOf(errors, 'reason')}
        />
        <Textarea
          id={fieldId(form, 'note')}
          label={reason === 'other' ? t`What is the reason?` : t`Anything to add? (optional)`}
          description={t`Whoever suggested the edit reads it.`}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={longest}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={errorOf(errors, 'note')}
        />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>{t`Cancel`}</Button>
          <Button type="submit" loading={decide.isPending}>{t`Reject the suggestion`}</Button>
        </div>
      </form>
    </Modal>
  );
}

function isReason(value: string, reasons: Record<RejectReason, string>): value is RejectReason {
  return value in reasons;
}
