import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type FormEvent, Suspense, useState } from 'react';
import { usePostAnswer } from '@/api/answers';
import type { Answer, Question } from '@/api/types';
import { useKeptDraft } from '@/api/use-kept-draft';
import { EditorField } from '@/features/editor/editor-field';
import { lazyPart } from '@/lib/lazy';
import { ApiProblem, type FieldError } from '@/lib/problem';
import { DraftOffer } from '@/ui/draft-offer';
import { errorOf, FormErrors, fieldErrorsOf, fieldId } from '@/ui/form-errors';
import { toast } from '@/ui/toast';
import classes from './answer-form.module.css';

const SecondAnswer = lazyPart(() => import('./second-answer'), 'SecondAnswer');

interface AnswerEditorProps {
  question: Question;
  mine: Answer | undefined;
  draft: string;
  autoFocus: boolean;
  onPosted: (id: number) => void;
  /** The answer is posted, or given up. */
  onDone: () => void;
}

/** The open form. What is written in it keeps itself until it is posted or discarded. */
export function AnswerEditor(props: AnswerEditorProps) {
  const { question, mine, draft, autoFocus, onPosted, onDone } = props;
  const { t } = useLingui();
  const kept = useKeptDraft(`answer-${question.id}`, draft, { body: '' });
  const { value, change, clear } = kept;
  const [missing, setMissing] = useState<FieldError[]>([]);
  const post = usePostAnswer(question.id);
  const second = post.error instanceof ApiProblem && post.error.code === 'second-answer';
  const errors = missing.length > 0 ? missing : fieldErrorsOf(post.error);

  const send = (confirmSecond: boolean) =>
    post.mutate(
      { body: value.body, confirmSecond },
      {
        onSuccess: ({ id }) => {
          clear();
          onDone();
          toast.done(t`Your answer is posted.`);
          onPosted(id);
        },
      },
    );
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    const empty = value.body.trim() === '';
    setMissing(
      empty ? [{ field: 'body', code: 'required', message: t`Write your answer first.` }] : [],
    );
    if (!(empty || post.isPending)) send(false);
  };
  const discard = () => {
    clear();
    onDone();
  };
  return (
    <form onSubmit={submit} className={classes.editor} noValidate>
      {kept.offer ? (
        <DraftOffer offer={kept.offer} blank={kept.blank} onTake={kept.take} onKeep={kept.keep} />
      ) : null}
      <FormErrors form="answer" errors={errors} problem={second ? null : post.error} />
      <EditorField
        id={fieldId('answer', 'body')}
        label={t`Your answer`}
        labelHidden
        placeholder={t`Write what you know. You can use Markdown.`}
        space={question.space.slug}
        value={value.body}
        onChange={(body) => change({ body })}
        onSubmit={() => submit()}
        error={errorOf(errors, 'body')}
        autoFocus={autoFocus}
      />
      <div className={classes.buttons}>
        <Button type="submit" loading={post.isPending}>{t`Post your answer`}</Button>
        <Button variant="default" onClick={discard}>
          {value.body.trim() ? t`Discard the draft` : t`Cancel`}
        </Button>
        {value.body.trim() ? (
          <span className={classes.words}>
            {kept.kept
              ? t`Your draft is kept in your account.`
              : t`Your draft is kept in this browser.`}
          </span>
        ) : null}
      </div>
      <Suspense>
        {second && post.error ? (
          <SecondAnswer
            reason={post.error.message}
            mine={mine}
            busy={post.isPending}
            onConfirm={() => send(true)}
            onClose={() => post.reset()}
          />
        ) : null}
      </Suspense>
    </form>
  );
}
