import { useLingui } from '@lingui/react/macro';
import { Button, Modal, NativeSelect, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useOfferBounty } from '@/api/bounties';
import { useMe } from '@/api/me';
import { errorOf, FormErrors, fieldId } from '@/ui/form-errors';
import { NumberText } from '@/ui/number';
import { toast } from '@/ui/toast';
import { useFormErrors } from '@/ui/use-form-errors';
import { BountyRules } from './bounty-rules';
import classes from './offer-dialog.module.css';

const form = 'bounty';
const amounts = [50, 100, 150, 200, 250, 300, 350, 400, 450, 500];
/** What has to stay with who offers a bounty. */
const keep = 1;
const longestNote = 500;

interface OfferDialogProps {
  questionId: number;
  onClose: () => void;
}

/** Offers a part of one's reputation on a question, and says by which rules. */
export function OfferDialog({ questionId, onClose }: OfferDialogProps) {
  const { t } = useLingui();
  const reputation = useMe()?.reputation ?? 0;
  const affordable = amounts.filter((amount) => amount + keep <= reputation);
  const offer = useOfferBounty(questionId);
  const [amount, setAmount] = useState('50');
  const [note, setNote] = useState('');
  const { errors, problem } = useFormErrors(offer.error);
  const left = <NumberText value={reputation - Number(amount)} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    offer.mutate(
      { amount: Number(amount), note },
      {
        onSuccess: () => {
          toast.done(t`Your bounty runs for 7 days.`);
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Offer a bounty`}
      closeButtonProps={{ 'aria-label': t`Close the dialog` }}
    >
      <form className={classes.form} onSubmit={submit} noValidate>
        <FormErrors form={form} errors={errors} problem={problem} />
        <p className={classes.text}>
          {t`It draws attention to the question, and thanks whoever answers it best.`}
        </p>
        <div className={classes.amount}>
          <NativeSelect
            id={fieldId(form, 'amount')}
            label={t`How much of your reputation?`}
            data={affordable.map(String)}
            value={amount}
            onChange={(event) => setAmount(event.currentTarget.value)}
            error={errorOf(errors, 'amount')}
          />
          <p className={classes.left}>
            {t`You keep`} <b>{left}</b>
          </p>
        </div>
        <Textarea
          id={fieldId(form, 'note')}
          label={t`What kind of answer do you hope for? (optional)`}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={longestNote}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={errorOf(errors, 'note')}
        />
        <BountyRules />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>{t`Cancel`}</Button>
          <Button type="submit" loading={offer.isPending}>{t`Offer bounty`}</Button>
        </div>
      </form>
    </Modal>
  );
}
