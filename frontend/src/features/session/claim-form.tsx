import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useClaim } from '@/api/account';
import { errorOf, FormErrors, fieldId } from '@/ui/form-errors';
import { PasswordField } from '@/ui/password-field';
import { toast } from '@/ui/toast';
import { useFormErrors } from '@/ui/use-form-errors';
import classes from './session-form.module.css';

const form = 'claim';

export function ClaimForm({ token }: { token: string }) {
  const { t } = useLingui();
  const { history } = useRouter();
  const [password, setPassword] = useState('');
  const claim = useClaim();
  const { errors, problem, passes } = useFormErrors(claim.error);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!passes(['password', password !== '', t`Choose a password.`])) return;
    claim.mutate(
      { token, password },
      {
        onSuccess: (me) => {
          history.replace(`/people/${me.id}/${me.handle}`);
          toast.done(t`The account is yours now, and you are signed in.`);
        },
      },
    );
  };

  return (
    <form
      className={classes.form}
      onSubmit={submit}
      noValidate
      aria-label={t`Take over your account`}
    >
      <FormErrors form={form} errors={errors} problem={problem} />
      <PasswordField
        id={fieldId(form, 'password')}
        label={t`Password`}
        description={t`At least 12 characters. A few words that belong to nobody else are easy to keep in mind.`}
        autoComplete="new-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={errorOf(errors, 'password')}
      />
      <Button type="submit" loading={claim.isPending}>{t`Choose this password and sign in`}</Button>
    </form>
  );
}
