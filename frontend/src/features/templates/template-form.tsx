import { useLingui } from '@lingui/react/macro';
import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { errorOf, FormErrors, fieldErrorsOf, fieldId } from '@/ui/form-errors';
import classes from './templates.module.css';

interface TemplateFormProps {
  name: string;
  body: string;
  busy: boolean;
  problem: unknown;
  /** What the button does. */
  action: string;
  onSave: (text: { name: string; body: string }) => void;
  onCancel: () => void;
  /** Further fields, before the others. */
  children?: ReactNode;
}

export function TemplateForm(props: TemplateFormProps) {
  const { busy, problem, action, onSave, onCancel, children } = props;
  const { t } = useLingui();
  const [name, setName] = useState(props.name);
  const [body, setBody] = useState(props.body);
  const errors = fieldErrorsOf(problem);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSave({ name, body });
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <FormErrors form="template" errors={errors} problem={problem} />
      {children}
      <TextInput
        id={fieldId('template', 'name')}
        label={t`Name`}
        value={name}
        maxLength={80}
        onChange={(event) => setName(event.currentTarget.value)}
        error={errorOf(errors, 'name')}
      />
      <Textarea
        id={fieldId('template', 'body')}
        label={t`Text`}
        description={t`Markdown. Headings with room below them work well.`}
        autosize
        minRows={6}
        maxRows={20}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
        error={errorOf(errors, 'body')}
        classNames={{ input: classes.area }}
      />
      <div className={classes.buttons}>
        <Button type="submit" loading={busy}>
          {action}
        </Button>
        <Button variant="default" onClick={onCancel}>{t`Cancel`}</Button>
      </div>
    </form>
  );
}
