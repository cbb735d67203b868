import { useLingui } from '@lingui/react/macro';
import { Button, Modal } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type CloseReason, useClose } from '@/api/moderation';
import type { Question, SearchHit } from '@/api/types';
import { errorOf, FormErrors, fieldId } from '@/ui/form-errors';
import { toast } from '@/ui/toast';
import { useFormErrors } from '@/ui/use-form-errors';
import { Choice } from './choice';
import classes from './dialogs.module.css';
import { NoteField } from './note-field';
import { OriginalField } from './original-field';
import { VotesSoFar } from './votes-so-far';

const form = 'close';

interface CloseDialogProps {
  question: Question;
  onClose: () => void;
}

/** Why a question should take no more answers; a duplicate's original is searched for right here. */
export function CloseDialog({ question, onClose }: CloseDialogProps) {
  const { t } = useLingui();
  const alone = question.closeVotes.needed === 1;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={alone ? t`Close this question` : t`Vote to close this question`}
      closeButtonProps={{ 'aria-label': t`Close the dialog` }}
    >
      <CloseForm question={question} onDone={onClose} />
    </Modal>
  );
}

function CloseForm({ question, onDone }: { question: Question; onDone: () => void }) {
  const { t } = useLingui();
  const close = useClose(question.id);
  const [reason, setReason] = useState<CloseReason | null>(null);
  const [original, setOriginal] = useState<SearchHit | null>(null);
  const [note, setNote] = useState('');
  const { errors, problem, passes } = useFormErrors(close.error);
  const alone = question.closeVotes.needed === 1;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const ready = passes(
      ['reason', reason !== null, t`Choose why the question should be closed.`],
      [
        'duplicateOf',
        reason !== 'duplicate' || original !== null,
        t`Choose the question that was asked before.`,
      ],
    );
    if (!ready || reason === null) return;
    const duplicateOf = reason === 'duplicate' && original ? { duplicateOf: original.id } : {};
    close.mutate(
      { reason, note, ...duplicateOf },
      {
        onSuccess: ({ closure }) => {
          toast.done(closure ? t`The question is closed.` : t`Your vote counts for 14 days.`);
          onDone();
        },
      },
    );
  };

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <FormErrors form={form} errors={errors} problem={problem} />
      <Reasons
        chosen={reason}
        onChoose={(chosen) => {
          setReason(chosen);
          passes();
        }}
      />
      {reason === 'duplicate' ? (
        <OriginalField
          id={fieldId(form, 'duplicateOf')}
          label={t`Which question is the original?`}
          question={question}
          chosen={original}
          onChoose={(hit) => {
            setOriginal(hit);
            passes();
          }}
          error={errorOf(errors, 'duplicateOf')}
        />
      ) : null}
      <NoteField
        id={fieldId(form, 'note')}
        label={t`What should the asker know? (optional)`}
        note={note}
        onChange={setNote}
        error={errorOf(errors, 'note')}
      />
      <div className={classes.buttons}>
        <VotesSoFar question={question} />
        <Button variant="default" onClick={onDone}>{t`Cancel`}</Button>
        <Button type="submit" loading={close.isPending}>
          {alone ? t`Close question` : t`Vote to close`}
        </Button>
      </div>
    </form>
  );
}

interface ReasonsProps {
  chosen: CloseReason | null;
  onChoose: (reason: CloseReason) => void;
}

function Reasons({ chosen, onChoose }: ReasonsProps) {
  const { t } = useLingui();
  const reasons: [reason: CloseReason, name: string, hint: string][] = [
    ['duplicate', t`Duplicate`, t`It was asked before. Readers are led to the original.`],
    [
      'needs-detail',
      t`Needs detail`,
      t`Nobody can answer it as it is. The asker is asked for more.`,
    ],
    ['out-of-scope', t`Out of scope`, t`It does not belong here.`],
    ['outdated', t`Outdated`, t`What it asks about is no longer so.`],
  ];
  return (
    <fieldset className={classes.choices}>
      <legend className={classes.legend}>{t`Why?`}</legend>
      {reasons.map(([reason, name, hint], index) => (
        <Choice
          key={reason}
          id={index === 0 ? fieldId(form, 'reason') : undefined}
          type="radio"
          group="reason"
          name={name}
          hint={hint}
          checked={chosen === reason}
          onChange={() => onChoose(reason)}
        />
      ))}
    </fieldset>
  );
}
