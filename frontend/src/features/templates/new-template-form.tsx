import { useLingui } from '@lingui/react/macro';
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { spacesQuery } from '@/api/spaces';
import { useCreateTemplate } from '@/api/templates';
import { errorOf, fieldErrorsOf, fieldId } from '@/ui/form-errors';
import { toast } from '@/ui/toast';
import { TemplateForm } from './template-form';

/** A template for a space or for a tag. */
export function NewTemplateForm({ onDone }: { onDone: () => void }) {
  const { t } = useLingui();
  const create = useCreateTemplate();
  const { data } = useQuery(spacesQuery);
  const [space, setSpace] = useState('');
  const [tag, setTag] = useState('');
  const errors = fieldErrorsOf(create.error);
  return (
    <TemplateForm
      name=""
      body=""
      busy={create.isPending}
      problem={create.error}
      action={t`Create the template`}
      onCancel={onDone}
      onSave={(text) =>
        create.mutate(
          { ...text, ...(space ? { space } : { tag }) },
          {
            onSuccess: () => {
              toast.done(t`The template is saved.`);
              onDone();
            },
          },
        )
      }
    >
      <NativeSelect
        id={fieldId('template', 'space')}
        label={t`Belongs to`}
        value={space}
        onChange={(event) => setSpace(event.currentTarget.value)}
        data={[
          { value: '', label: t`A tag` },
          ...(data?.items ?? []).map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
        error={errorOf(errors, 'space')}
      />
      {space === '' ? (
        <TextInput
          id={fieldId('template', 'tag')}
          label={t`Tag`}
          value={tag}
          maxLength={35}
          onChange={(event) => setTag(event.currentTarget.value)}
          autoComplete="off"
        />
      ) : null}
    </TemplateForm>
  );
}
