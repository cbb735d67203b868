import { useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useRegister } from '@/api/account';
import { useLanguage } from '@/lib/use-language';
import { errorOf, FormErrors, fieldId } from '@/ui/form-errors';
import { PasswordField } from '@/ui/password-field';
import { useFormErrors } from '@/ui/use-form-errors';
import classes from './session-form.module.css';

const form = 'register';

export function RegisterForm() {
  const { t } = useLingui();
  const language = useLanguage();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const register = useRegister();
  const { errors, problem, passes } = useFormErrors(register.error);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const complete = passes(
      ['name', name.trim() !== '', t`Enter your name.`],
      ['email', email.trim() !== '', t`Enter your e-mail address.`],
      ['password', password !== '', t`Choose a password.`],
    );
    if (complete) register.mutate({ name: name.trim(), email: email.trim(), password, language });
  };

  return (
    <form className={classes.form} onSubmit={submit} noValidate aria-label={t`Register`}>
      <FormErrors form={form} errors={errors} problem={problem} />
      <TextInput
        id={fieldId(form, 'name')}
        label={t`Name`}
        description={t`As your colleagues know you. It stands beside everything you write.`}
        autoComplete="name"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={errorOf(errors, 'name')}
      />
      <TextInput
        id={fieldId(form, 'email')}
        label={t`E-mail address`}
        description={t`You sign in with it. Other people do not see it.`}
        type="email"
        autoComplete="username"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={errorOf(errors, 'email')}
      />
      <PasswordField
        id={fieldId(form, 'password')}
        label={t`Password`}
        description={t`At least 12 characters. A few words that belong to nobody else are easy to keep in mind.`}
        autoComplete="new-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={errorOf(errors, 'password')}
      />
      <Button type="submit" loading={register.isPending}>{t`Register`}</Button>
    </form>
  );
}
