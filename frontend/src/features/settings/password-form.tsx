import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useChangePassword } from '@/api/account';
import { sessionsQuery } from '@/api/sessions-list';
import { errorOf, FormErrors, fieldId } from '@/ui/form-errors';
import { Part } from '@/ui/part';
import { PasswordField } from '@/ui/password-field';
import { toast } from '@/ui/toast';
import { useFormErrors } from '@/ui/use-form-errors';
import classes from './password-form.module.css';

const form = 'password';

export function PasswordForm({ email }: { email: string }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const changePassword = useChangePassword();
  const { errors, problem, passes } = useFormErrors(changePassword.error);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const complete = passes(
      ['currentPassword', currentPassword !== '', t`Enter your present password.`],
      ['newPassword', newPassword !== '', t`Choose a new password.`],
    );
    if (!complete) return;
    changePassword.mutate(
      { currentPassword, newPassword },
      {
        onSuccess: () => {
          setCurrent('');
          setNew('');
          void queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey });
          toast.done(t`Your password is changed, and you are signed out everywhere else.`);
        },
      },
    );
  };

  return (
    <Part title={t`Password`} hint={t`Changing it signs you out everywhere but here.`}>
      <form
        className={classes.form}
        onSubmit={submit}
        noValidate
        aria-label={t`Change the password`}
      >
        <FormErrors form={form} errors={errors} problem={problem} />
        {/* Tells a password manager whose password this is. */}
        <input type="text" hidden readOnly autoComplete="username" value={email} />
        <PasswordField
          id={fieldId(form, 'currentPassword')}
          label={t`Present password`}
          autoComplete="current-password"
          value={currentPassword}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          error={errorOf(errors, 'currentPassword')}
        />
        <PasswordField
          id={fieldId(form, 'newPassword')}
          label={t`New password`}
          description={t`At least 12 characters. A few words that belong to nobody else are easy to keep in mind.`}
          autoComplete="new-password"
          value={newPassword}
          onChange={(event) => setNew(event.currentTarget.value)}
          error={errorOf(errors, 'newPassword')}
        />
        <Button type="submit" loading={changePassword.isPending}>{t`Change the password`}</Button>
      </form>
    </Part>
  );
}
