import { useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useUpdateMe } from '@/api/me';
import type { Me } from '@/api/types';
import { EditorField } from '@/features/editor/editor-field';
import { useDraft } from '@/lib/draft';
import { ButtonLink } from '@/ui/button-link';
import { errorOf, FormErrors, fieldId } from '@/ui/form-errors';
import { toast } from '@/ui/toast';
import { useFormErrors } from '@/ui/use-form-errors';
import classes from './profile-form.module.css';

const form = 'profile';

/** How others see one. What is typed and not yet saved is kept in this browser. */
export function ProfileForm({ me }: { me: Me }) {
  const { t } = useLingui();
  const { name, title, location, website, about } = me;
  const draft = useDraft(`${me.id}.profile`, { name, title, location, website, about });
  const { value, change } = draft;
  const update = useUpdateMe();
  const { errors, problem, passes } = useFormErrors(update.error);

  const save = (event?: FormEvent) => {
    event?.preventDefault();
    if (update.isPending) return;
    if (!passes(['name', value.name.trim() !== '', t`Enter your name.`])) return;
    update.mutate(value, {
      onSuccess: () => {
        draft.settle();
        toast.done(t`Your profile is saved.`);
      },
    });
  };
  const line = (field: 'name' | 'title' | 'location' | 'website') => ({
    id: fieldId(form, field),
    value: value[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      change({ [field]: event.currentTarget.value }),
    error: errorOf(errors, field),
  });

  return (
    <form className={classes.form} onSubmit={save} noValidate aria-label={t`Profile`}>
      {draft.restored ? (
        <p className={classes.restored} role="status">
          <span>{t`You changed this earlier and did not save it. It was kept for you.`}</span>
          <Button
            variant="default"
            size="xs"
            onClick={draft.clear}
          >{t`Discard the changes`}</Button>
        </p>
      ) : null}
      <FormErrors form={form} errors={errors} problem={problem} />
      <div className={classes.lines}>
        <TextInput label={t`Name`} autoComplete="name" {...line('name')} />
        <TextInput
          label={t`Job title`}
          placeholder={t`What you do, in a few words`}
          autoComplete="organization-title"
          {...line('title')}
        />
        <TextInput
          label={t`Location`}
          placeholder={t`Building, floor, city`}
          {...line('location')}
        />
        <TextInput
          label={t`Website`}
          type="url"
          placeholder="https://"
          autoComplete="url"
          {...line('website')}
        />
      </div>
      <EditorField
        id={fieldId(form, 'about')}
        label={t`About you`}
        description={t`What you know about, and what people may ask you. You can use Markdown.`}
        value={value.about}
        onChange={(text) => change({ about: text })}
        onSubmit={() => save()}
        error={errorOf(errors, 'about')}
        height={160}
      />
      <div className={classes.buttons}>
        <Button type="submit" loading={update.isPending}>{t`Save the profile`}</Button>
        <ButtonLink
          to="/people/$id/{-$slug}"
          params={{ id: String(me.id), slug: me.handle }}
          variant="default"
        >{t`See your profile`}</ButtonLink>
      </div>
    </form>
  );
}
