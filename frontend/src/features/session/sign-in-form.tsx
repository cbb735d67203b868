import { useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSignIn } from '@/api/account';
import { ApiProblem } from '@/lib/problem';
import { errorOf, FormErrors, fieldId } from '@/ui/form-errors';
import { PasswordField } from '@/ui/password-field';
import { useFormErrors } from '@/ui/use-form-errors';
import classes from './session-form.module.css';

const form = 'sign-in';

/** A wrong password is the field's matter, though the server refuses the whole request. */
function refusedPassword(error: unknown): unknown {
  if (!(error instanceof ApiProblem) || error.status !== 401) return error;
  return new ApiProblem({
    ...error,
    errors: [{ field: 'password', code: error.code, message: error.detail }],
  });
}

interface SignInFormProps {
  /** The address of the person whose session has ended. */
  email?: string;
}

/** What follows is decided by who watches the session: the page, or the dialog over it. */
export function SignInForm({ email: known = '' }: SignInFormProps) {
  const { t } = useLingui();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const { errors, problem, passes } = useFormErrors(refusedPassword(signIn.error));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const complete = passes(
      ['email', email.trim() !== '', t`Enter your e-mail address.`],
      ['password', password !== '', t`Enter your password.`],
    );
    if (complete) signIn.mutate({ email: email.trim(), password });
  };

  return (
    <form className={classes.form} onSubmit={submit} noValidate aria-label={t`Sign in`}>
      <FormErrors form={form} errors={errors} problem={problem} />
      <TextInput
        id={fieldId(form, 'email')}
        label={t`E-mail address`}
        type="email"
        autoComplete="username"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={errorOf(errors, 'email')}
      />
      <PasswordField
        id={fieldId(form, 'password')}
        label={t`Password`}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={errorOf(errors, 'password')}
        data-autofocus={known !== '' || undefined}
      />
      <Button type="submit" loading={signIn.isPending}>{t`Sign in`}</Button>
    </form>
  );
}
