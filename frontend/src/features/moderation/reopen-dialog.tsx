import { useLingui } from '@lingui/react/macro';
import { Button, Modal } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useReopen } from '@/api/moderation';
import type { Question } from '@/api/types';
import { errorOf, FormErrors, fieldId } from '@/ui/form-errors';
import { toast } from '@/ui/toast';
import { useFormErrors } from '@/ui/use-form-errors';
import classes from './dialogs.module.css';
import { NoteField } from './note-field';
import { VotesSoFar } from './votes-so-far';

const form = 'reopen';

interface ReopenDialogProps {
  question: Question;
  onClose: () => void;
}

/** Has a closed question take answers again. */
export function ReopenDialog({ question, onClose }: ReopenDialogProps) {
  const { t } = useLingui();
  const reopen = useReopen(question.id);
  const [note, setNote] = useState('');
  const { errors, problem } = useFormErrors(reopen.error);
  const alone = question.closeVotes.needed === 1;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    reopen.mutate(note, {
      onSuccess: ({ closure }) => {
        toast.done(closure ? t`Your vote counts for 14 days.` : t`The question is open again.`);
        onClose();
      },
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={alone ? t`Reopen this question` : t`Vote to reopen this question`}
      closeButtonProps={{ 'aria-label': t`Close the dialog` }}
    >
      <form className={classes.form} onSubmit={submit} noValidate>
        <FormErrors form={form} errors={errors} problem={problem} />
        <p className={classes.text}>{t`It takes answers again, and the notice goes away.`}</p>
        <NoteField
          id={fieldId(form, 'note')}
          label={t`What has changed? (optional)`}
          description={t`It stands in the history.`}
          note={note}
          onChange={setNote}
          error={errorOf(errors, 'note')}
        />
        <div className={classes.buttons}>
          <VotesSoFar question={question} />
          <Button variant="default" onClick={onClose}>{t`Cancel`}</Button>
          <Button type="submit" loading={reopen.isPending}>
            {alone ? t`Reopen question` : t`Vote to reopen`}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
