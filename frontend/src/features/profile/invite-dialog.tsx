import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Modal, TextInput } from '@mantine/core';
import { Copy } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useInviteToClaim } from '@/api/users';
import { copyText } from '@/lib/copy-text';
import { formatExactTime } from '@/lib/format';
import { useLanguage } from '@/lib/use-language';
import { errorOf, FormErrors, fieldId } from '@/ui/form-errors';
import { toast } from '@/ui/toast';
import { useFormErrors } from '@/ui/use-form-errors';
import classes from './invite-dialog.module.css';

const form = 'invite';

interface InviteDialogProps {
  person: { id: number; name: string };
  onClose: () => void;
}

/** Asks for the address, then shows the link: once, since the program keeps only its hash. */
export function InviteDialog({ person, onClose }: InviteDialogProps) {
  const { id, name } = person;
  const { t } = useLingui();
  const invite = useInviteToClaim(id);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Invite ${name} to claim this account`}
      size="lg"
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {invite.data ? (
        <LinkToCopy link={invite.data} onClose={onClose} />
      ) : (
        <AddressForm invite={invite} onCancel={onClose} />
      )}
    </Modal>
  );
}

interface AddressFormProps {
  invite: ReturnType<typeof useInviteToClaim>;
  onCancel: () => void;
}

function AddressForm({ invite, onCancel }: AddressFormProps) {
  const { t } = useLingui();
  const [email, setEmail] = useState('');
  const { errors, problem, passes } = useFormErrors(invite.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passes(['email', email.trim() !== '', t`Enter an e-mail address.`]))
      invite.mutate(email.trim());
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <p className={classes.text}>
        {t`With the link that you get next, the person chooses a password and takes over everything that was imported in their name.`}
      </p>
      <FormErrors form={form} errors={errors} problem={problem} />
      <TextInput
        id={fieldId(form, 'email')}
        label={t`Their e-mail address`}
        description={t`They will sign in with it. Nothing is sent to it.`}
        type="email"
        autoComplete="off"
        data-autofocus
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={errorOf(errors, 'email')}
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onCancel}>{t`Cancel`}</Button>
        <Button type="submit" loading={invite.isPending}>{t`Make the link`}</Button>
      </div>
    </form>
  );
}

interface LinkToCopyProps {
  link: { url: string; expiresAt: string };
  onClose: () => void;
}

function LinkToCopy({ link, onClose }: LinkToCopyProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const until = formatExactTime(link.expiresAt, language);
  const copy = async () => {
    if (await copyText(link.url)) toast.done(t`The link is copied.`);
    else toast.failed(t`Copying did not work. Select the link and copy it by hand.`);
  };
  return (
    <div className={classes.form}>
      <p className={classes.text} role="status">
        <Trans>
          Give this link to this person only. It works once, until {until}, and is not shown again.
          Another invitation makes it void.
        </Trans>
      </p>
      <TextInput
        label={t`Link to claim the account`}
        value={link.url}
        readOnly
        data-autofocus
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>{t`Close`}</Button>
        <Button leftSection={<Copy size={16} aria-hidden />} onClick={() => void copy()}>
          {t`Copy the link`}
        </Button>
      </div>
    </div>
  );
}
