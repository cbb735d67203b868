import { useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useKeptDraft } from '@/api/use-kept-draft';
import { TagsField } from '@/features/ask/tags-field';
import { TitleField } from '@/features/ask/title-field';
import { EditorField } from '@/features/editor/editor-field';
import type { PostText } from '@/features/revisions/changes';
import { isEditConflict } from '@/lib/problem';
import { DraftOffer } from '@/ui/draft-offer';
import { errorOf, FormErrors, fieldErrorsOf, fieldId } from '@/ui/form-errors';
import { EditConflict } from './edit-conflict';
import classes from './edit-form.module.css';

/** A post as the server has it now. */
export interface Editable extends PostText {
  version: number;
  editorName: string;
  editedAt: string;
}

export interface Edit extends PostText {
  summary: string;
  version: number;
}

interface EditFormProps {
  draft: string;
  /** The form's name on the server; none for a form that begins with an older version. */
  place: string | null;
  post: Editable;
  /** Whose readers can be mentioned. */
  space?: string;
  /** What the form begins with: the post, or an older version of it. */
  start: PostText;
  summary: string;
  /** A suggestion waits for others to decide, and an improvement decides about one; otherwise it is an edit. */
  purpose?: 'suggest' | 'improve';
  busy: boolean;
  problem: unknown;
  /** `saved` forgets the draft. */
  onSave: (edit: Edit, saved: () => void) => void;
  onCancel: () => void;
}

/** Edits a post. The version it began with goes along, so that nobody's newer text is overwritten unseen. */
export function EditForm(props: EditFormProps) {
  const { draft, place, post, start, purpose, busy, problem, onSave, onCancel } = props;
  const { t } = useLingui();
  const [base] = useState(post);
  const kept = useKeptDraft(place, draft, {
    title: start.title ?? '',
    body: start.body,
    tags: start.tags ?? [],
    summary: props.summary,
    version: String(post.version),
  });
  const { value, change, clear } = kept;
  const isQuestion = post.title !== null;
  const mine: PostText = {
    title: isQuestion ? value.title : null,
    body: value.body,
    tags: isQuestion ? value.tags : null,
  };
  const overtaken = post.version !== Number(value.version);
  const errors = fieldErrorsOf(problem);

  const save = (version: number) => {
    if (!busy) onSave({ ...mine, summary: value.summary, version }, clear);
  };
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    save(Number(value.version));
  };
  const take = (text: PostText) =>
    change({
      title: text.title ?? '',
      body: text.body,
      tags: text.tags ?? [],
      version: String(post.version),
    });
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      {overtaken ? (
        <EditConflict
          base={String(base.version) === value.version ? base : null}
          theirs={post}
          mine={mine}
          busy={busy}
          onTake={take}
          onOverwrite={() => save(post.version)}
        />
      ) : null}
      {kept.offer ? (
        <DraftOffer offer={kept.offer} blank={kept.blank} onTake={kept.take} onKeep={kept.keep} />
      ) : null}
      <FormErrors form="edit" errors={errors} problem={isEditConflict(problem) ? null : problem} />
      {isQuestion ? (
        <TitleField
          id={fieldId('edit', 'title')}
          value={value.title}
          onChange={(title) => change({ title })}
          error={errorOf(errors, 'title')}
        />
      ) : null}
      <EditorField
        id={fieldId('edit', 'body')}
        label={isQuestion ? t`Details` : t`Answer`}
        space={props.space}
        value={value.body}
        onChange={(body) => change({ body })}
        onSubmit={() => submit()}
        error={errorOf(errors, 'body')}
        height={280}
      />
      {isQuestion ? (
        <TagsField
          id={fieldId('edit', 'tags')}
          required={value.body.trim() !== ''}
          value={value.tags}
          onChange={(tags) => change({ tags })}
          error={errorOf(errors, 'tags')}
        />
      ) : null}
      <TextInput
        id={fieldId('edit', 'summary')}
        label={t`What did you change?`}
        description={t`A few words for the history, for example: “exact error text added”.`}
        value={value.summary}
        onChange={(event) => change({ summary: event.currentTarget.value })}
        error={errorOf(errors, 'summary')}
        maxLength={300}
      />
      <div className={classes.buttons}>
        <Button type="submit" loading={busy} disabled={overtaken}>
          {purpose === 'suggest'
            ? t`Suggest this edit`
            : purpose === 'improve'
              ? t`Accept with these changes`
              : t`Save the changes`}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            clear();
            onCancel();
          }}
        >{t`Discard the changes`}</Button>
      </div>
    </form>
  );
}
