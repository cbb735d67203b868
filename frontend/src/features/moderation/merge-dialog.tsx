import { useLingui } from '@lingui/react/macro';
import { Button, Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useMerge } from '@/api/moderation';
import type { Question, SearchHit } from '@/api/types';
import { errorOf, FormErrors, fieldId } from '@/ui/form-errors';
import { toast } from '@/ui/toast';
import { useFormErrors } from '@/ui/use-form-errors';
import classes from './dialogs.module.css';
import { NoteField } from './note-field';
import { OriginalField } from './original-field';

const form = 'merge';

interface MergeDialogProps {
  question: Question;
  onClose: () => void;
}

/** Moves a question's answers and comments to another one, and leads there. */
export function MergeDialog({ question, onClose }: MergeDialogProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const merge = useMerge(question.id);
  const [into, setInto] = useState<SearchHit | null>(null);
  const [note, setNote] = useState('');
  const { errors, problem, passes } = useFormErrors(merge.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!passes(['into', into !== null, t`Choose the question that gets the answers.`]) || !into)
      return;
    merge.mutate(
      { into: into.id, note },
      {
        onSuccess: ({ id, slug }) => {
          toast.done(t`The questions are merged.`);
          onClose();
          const params = { id: String(id), slug };
          void navigate({ to: '/questions/$id/{-$slug}', params, replace: true });
        },
      },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t`Merge this question into another one`}
      closeButtonProps={{ 'aria-label': t`Close the dialog` }}
    >
      <form className={classes.form} onSubmit={submit} noValidate>
        <FormErrors form={form} errors={errors} problem={problem} />
        <p className={classes.text}>
          {t`Its answers and comments move there, and its address leads there too. This cannot be undone.`}
        </p>
        <OriginalField
          id={fieldId(form, 'into')}
          label={t`Which question gets the answers?`}
          question={question}
          chosen={into}
          onChoose={(hit) => {
            setInto(hit);
            passes();
          }}
          error={errorOf(errors, 'into')}
        />
        <NoteField
          id={fieldId(form, 'note')}
          label={t`Why? (optional)`}
          description={t`It stands in the history.`}
          note={note}
          onChange={setNote}
          error={errorOf(errors, 'note')}
        />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>{t`Cancel`}</Button>
          <Button type="submit" loading={merge.isPending}>{t`Merge questions`}</Button>
        </div>
      </form>
    </Modal>
  );
}
