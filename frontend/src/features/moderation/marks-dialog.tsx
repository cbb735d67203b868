import { useLingui } from '@lingui/react/macro';
import { Button, Modal } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type Mark, useMarks } from '@/api/moderation';
import type { Question } from '@/api/types';
import { errorOf, FormErrors, fieldId } from '@/ui/form-errors';
import { toast } from '@/ui/toast';
import { useFormErrors } from '@/ui/use-form-errors';
import { Choice } from './choice';
import classes from './dialogs.module.css';
import { NoteField } from './note-field';

const form = 'marks';
const marks: readonly Mark[] = ['locked', 'pinned', 'protected'];

interface MarksDialogProps {
  question: Question;
  onClose: () => void;
}

/** What only moderators do with a question: lock, pin, protect, each on or off. */
export function MarksDialog({ question, onClose }: MarksDialogProps) {
  const { t } = useLingui();
  const change = useMarks(question.id);
  const [before] = useState<Record<Mark, boolean>>({
    locked: question.locked !== null,
    pinned: question.pinned,
    protected: question.protected !== null,
  });
  const [wanted, setWanted] = useState(before);
  const [note, setNote] = useState('');
  const { errors, problem } = useFormErrors(change.error);
  const words: Record<Mark, [name: string, hint: string]> = {
    locked: [t`Lock`, t`Only moderators edit, vote, answer or comment.`],
    pinned: [t`Pin`, t`It stands first among the newest questions of its space.`],
    protected: [t`Protect`, t`Only people with at least 10 reputation can answer.`],
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      {
        on: marks.filter((mark) => wanted[mark] && !before[mark]),
        off: marks.filter((mark) => !wanted[mark] && before[mark]),
        note,
      },
      {
        onSuccess: () => {
          toast.done(t`The question is changed.`);
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Moderate this question`}
      closeButtonProps={{ 'aria-label': t`Close the dialog` }}
    >
      <form className={classes.form} onSubmit={submit} noValidate>
        <FormErrors form={form} errors={errors} problem={problem} />
        <div className={classes.choices}>
          {marks.map((mark) => (
            <Choice
              key={mark}
              type="checkbox"
              name={words[mark][0]}
              hint={words[mark][1]}
              checked={wanted[mark]}
              onChange={(checked) => setWanted({ ...wanted, [mark]: checked })}
            />
          ))}
        </div>
        <NoteField
          id={fieldId(form, 'note')}
          label={t`Why? (optional)`}
          description={t`Readers see it with the notice and in the history.`}
          note={note}
          onChange={setNote}
          error={errorOf(errors, 'note')}
        />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>{t`Cancel`}</Button>
          <Button type="submit" loading={change.isPending}>{t`Change question`}</Button>
        </div>
      </form>
    </Modal>
  );
}
