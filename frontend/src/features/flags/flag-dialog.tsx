import { useLingui } from '@lingui/react/macro';
import { Button, Modal, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type FlagReason, type FlagTarget, flagQuery, type PostFlag, useFlag } from '@/api/flags';
import { errorOf, FormErrors, fieldId } from '@/ui/form-errors';
import { ErrorState, SkeletonRows } from '@/ui/states';
import { toast } from '@/ui/toast';
import { useFormErrors } from '@/ui/use-form-errors';
import classes from './flags.module.css';
import { useFlagWords } from './use-flag-words';

const form = 'flag';

interface FlagDialogProps {
  target: FlagTarget;
  onClose: () => void;
}

/** Why the moderators should look at something; who has flagged it sees that flag, and may change or withdraw it. */
export function FlagDialog({ target, onClose }: FlagDialogProps) {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(flagQuery(target));
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={target.kind === 'comment' ? t`Flag this comment` : t`Flag this post`}
      closeButtonProps={{ 'aria-label': t`Close the dialog` }}
    >
      {data !== undefined ? (
        <FlagForm target={target} flag={data} onDone={onClose} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <SkeletonRows rows={3} height={64} />
      )}
    </Modal>
  );
}

interface FlagFormProps {
  target: FlagTarget;
  flag: PostFlag | null;
  onDone: () => void;
}

function FlagForm({ target, flag, onDone }: FlagFormProps) {
  const { t } = useLingui();
  const raise = useFlag(target);
  const withdraw = useFlag(target);
  const [reason, setReason] = useState<FlagReason | null>(flag?.reason ?? null);
  const [note, setNote] = useState(flag?.note ?? '');
  const { errors, problem, passes } = useFormErrors(raise.error ?? withdraw.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const ready = passes(
      ['reason', reason !== null, t`Choose why a moderator should look at this.`],
      [
        'note',
        reason !== 'attention' || note.trim().length >= 10,
        t`Tell in at least 10 characters what a moderator should look at.`,
      ],
    );
    if (!ready || reason === null) return;
    raise.mutate(
      { reason, note },
      {
        onSuccess: () => {
          toast.done(t`A moderator will look at it. You are told what became of your flag.`);
          onDone();
        },
      },
    );
  };
  const takeBack = () =>
    withdraw.mutate(null, {
      onSuccess: () => {
        toast.done(t`Your flag is withdrawn.`);
        onDone();
      },
    });
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
      <Textarea
        id={fieldId(form, 'note')}
        label={
          reason === 'attention'
            ? t`What should a moderator look at?`
            : t`What else should a moderator know? (optional)`
        }
        description={t`Only moderators read it, and see that it was you.`}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        error={errorOf(errors, 'note')}
      />
      <div className={classes.buttons}>
        {flag ? (
          <Button
            className={classes.first}
            variant="default"
            loading={withdraw.isPending}
            onClick={takeBack}
          >{t`Withdraw my flag`}</Button>
        ) : null}
        <Button variant="default" onClick={onDone}>{t`Cancel`}</Button>
        <Button type="submit" loading={raise.isPending}>
          {flag ? t`Change my flag` : t`Flag it`}
        </Button>
      </div>
    </form>
  );
}

interface ReasonsProps {
  chosen: FlagReason | null;
  onChoose: (reason: FlagReason) => void;
}

function Reasons({ chosen, onChoose }: ReasonsProps) {
  const { t } = useLingui();
  const { reasons: names } = useFlagWords();
  const reasons: [reason: FlagReason, hint: string][] = [
    ['spam', t`It advertises something, or has nothing to do with anything here.`],
    ['rude', t`No colleague should have to read this.`],
    ['low-quality', t`It helps nobody, and editing would not save it.`],
    ['attention', t`Something else, which you tell below.`],
  ];
  return (
    <fieldset className={classes.choices}>
      <legend className={classes.legend}>{t`Why?`}</legend>
      {reasons.map(([reason, hint], index) => (
        <label key={reason} className={classes.choice}>
          <input
            id={index === 0 ? fieldId(form, 'reason') : undefined}
            type="radio"
            name="reason"
            checked={chosen === reason}
            onChange={() => onChoose(reason)}
          />
          <span>
            <span className={classes.name}>{names[reason]}</span>
            <br />
            <span className={classes.hint}>{hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
