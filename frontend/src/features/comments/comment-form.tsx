import { Plural, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type KeyboardEvent, Suspense, useEffect, useId, useRef } from 'react';
import { useKeptDraft } from '@/api/use-kept-draft';
import { lazyPart } from '@/lib/lazy';
import { fieldErrorsOf } from '@/ui/form-errors';
import { useProblemText } from '@/ui/states';
import classes from './comments.module.css';

const DraftOffer = lazyPart(() => import('@/ui/draft-offer'), 'DraftOffer');

const MentionCompletion = lazyPart(() => import('./mention-completion'), 'MentionCompletion');

const CommentAttach = lazyPart(() => import('./comment-attach'), 'CommentAttach');

const longest = 600;
const tight = 120;

interface CommentFormProps {
  label: string;
  /** What the button does: "Add comment". */
  action: string;
  draft: string;
  /** The form's name on the server; none where only this browser keeps it. */
  place: string | null;
  body?: string;
  /** Whose readers can be mentioned. */
  space: string;
  autoFocus: boolean;
  busy: boolean;
  /** Why the server refused it. */
  problem: unknown;
  /** `sent` forgets the draft. */
  onSubmit: (body: string, sent: () => void) => void;
  onCancel: () => void;
}

/** A short remark: one field, which keeps itself, is sent with Ctrl+Enter and left with Escape. */
export function CommentForm(props: CommentFormProps) {
  const {
    label,
    action,
    draft,
    place,
    body = '',
    space,
    autoFocus,
    busy,
    problem,
    onSubmit,
    onCancel,
  } = props;
  const { t } = useLingui();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const kept = useKeptDraft(place, draft, { body });
  const { value, change, clear } = kept;
  const left = longest - [...value.body].length;
  const refusal = useProblemText(problem);
  const error = problem ? (fieldErrorsOf(problem)[0]?.message ?? refusal.detail) : undefined;
  const ready = value.body.trim() !== '' && left >= 0 && !busy;

  useEffect(() => {
    if (autoFocus) area.current?.focus();
  }, [autoFocus]);

  const submit = () => {
    if (ready) onSubmit(value.body, clear);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
    if (event.key === 'Escape') onCancel();
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {kept.offer ? (
        <Suspense>
          <DraftOffer offer={kept.offer} blank={kept.blank} onTake={kept.take} onKeep={kept.keep} />
        </Suspense>
      ) : null}
      <div className={classes.field}>
        <textarea
          ref={area}
          className={classes.area}
          aria-label={label}
          aria-describedby={`${id}-error ${id}-count`}
          aria-invalid={left < 0 || Boolean(error)}
          placeholder={t`Ask for more detail, or add what is missing. Answers go below.`}
          value={value.body}
          onChange={(event) => change({ body: event.currentTarget.value })}
          onKeyDown={onKeyDown}
        />
        {value.body.includes('@') ? (
          <Suspense>
            <MentionCompletion
              area={area}
              text={value.body}
              space={space}
              onChange={(text) => change({ body: text })}
            />
          </Suspense>
        ) : null}
        <Suspense>
          <CommentAttach area={area} onChange={(text) => change({ body: text })} />
        </Suspense>
      </div>
      <p id={`${id}-error`} className={classes.error} role="alert" hidden={!error}>
        {error}
      </p>
      <div className={classes.buttons}>
        <Button type="submit" size="xs" loading={busy} disabled={!ready}>
          {action}
        </Button>
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            clear();
            onCancel();
          }}
        >{t`Cancel`}</Button>
        <span id={`${id}-count`} className={classes.count} hidden={left > tight}>
          {left >= 0 ? (
            <Plural value={left} one="# character left" other="# characters left" />
          ) : (
            <Plural value={-left} one="# character too many" other="# characters too many" />
          )}
        </span>
      </div>
    </form>
  );
}
