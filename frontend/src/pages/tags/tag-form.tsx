import { useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { type Tag, tagQuery, useEditTag } from '@/api/tags';
import type { Me } from '@/api/types';
import { EditorField } from '@/features/editor/editor-field';
import { useDraft } from '@/lib/draft';
import { isEditConflict } from '@/lib/problem';
import { errorOf, FormErrors, fieldErrorsOf, fieldId } from '@/ui/form-errors';
import { toast } from '@/ui/toast';
import { TagConflict } from './tag-conflict';
import classes from './tag-form.module.css';

const longest = 500;

/** Edits a tag. The version it began with goes along, so that nobody's newer text is overwritten unseen. */
export function TagForm({ tag, me }: { tag: Tag; me: Me }) {
  const { t } = useLingui();
  const { name } = tag;
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const edit = useEditTag(name);
  const { value, change, clear } = useDraft(`${me.id}.tag.${name}`, {
    description: tag.description,
    wiki: tag.wiki,
    version: String(tag.version),
  });
  const overtaken = tag.version !== Number(value.version);
  const errors = fieldErrorsOf(edit.error);

  const leave = () => {
    clear();
    void navigate({ to: '/tags/$name', params: { name } });
  };
  const save = (version: number) => {
    if (edit.isPending) return;
    edit.mutate(
      { description: value.description.trim(), wiki: value.wiki, version },
      {
        onSuccess: () => {
          toast.done(t`The tag is saved.`);
          leave();
        },
        onError: (error) => {
          if (isEditConflict(error))
            void queryClient.invalidateQueries({ queryKey: tagQuery(name).queryKey });
        },
      },
    );
  };
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (!overtaken) save(Number(value.version));
  };
  const take = () =>
    change({ description: tag.description, wiki: tag.wiki, version: String(tag.version) });

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      {overtaken ? (
        <TagConflict
          theirs={tag}
          mine={value}
          busy={edit.isPending}
          onTake={take}
          onOverwrite={() => save(tag.version)}
        />
      ) : null}
      <FormErrors
        form="tag"
        errors={errors}
        problem={isEditConflict(edit.error) ? null : edit.error}
      />
      <TextInput
        id={fieldId('tag', 'description')}
        label={t`Description`}
        description={t`One or two sentences that tell whether a question belongs here.`}
        value={value.description}
        onChange={(event) => change({ description: event.currentTarget.value })}
        error={errorOf(errors, 'description')}
        maxLength={longest}
        autoComplete="off"
      />
      <EditorField
        id={fieldId('tag', 'wiki')}
        label={t`Wiki`}
        description={t`Everything a newcomer to the topic should know. You can use Markdown.`}
        value={value.wiki}
        onChange={(wiki) => change({ wiki })}
        onSubmit={() => submit()}
        error={errorOf(errors, 'wiki')}
        height={300}
      />
      <div className={classes.buttons}>
        <Button type="submit" loading={edit.isPending} disabled={overtaken}>
          {t`Save the tag`}
        </Button>
        <Button variant="default" onClick={leave}>{t`Discard the changes`}</Button>
      </div>
    </form>
  );
}
