import { useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useMe } from '@/api/me';
import type { Answer, Question } from '@/api/types';
import { loadEditor } from '@/features/editor/load-editor';
import { hasDraft } from '@/lib/draft';
import { lazyPart } from '@/lib/lazy';
import { ButtonLink } from '@/ui/button-link';
import classes from './answer-form.module.css';

const AnswerEditor = lazyPart(() => import('./answer-editor'), 'AnswerEditor');

interface AnswerFormProps {
  question: Question;
  /** The reader's own answer, where they gave one. */
  mine: Answer | undefined;
  onPosted: (id: number) => void;
}

/**
 * The last part of the page. The editor weighs as much as the rest of the page together, so a box that
 * looks like it stands in its place until somebody wants to write, or has begun to before.
 */
export function AnswerForm({ question, mine, onPosted }: AnswerFormProps) {
  const { t } = useLingui();
  const me = useMe();
  const draft = `${me?.id ?? 0}.answer.${question.id}`;
  const called = useLocation({ select: ({ hash }) => hash === 'your-answer' });
  const [state, setState] = useState<'closed' | 'kept' | 'opened'>(() => {
    if (me && called) return 'opened';
    return me && hasDraft(draft) ? 'kept' : 'closed';
  });
  const { allowed, reason } = question.can.answer;

  if (me === undefined) return null;
  if (me === null) return question.closure || question.locked ? null : <SignInToAnswer />;
  return (
    <section data-key="a" className={classes.form} aria-labelledby="your-answer">
      <h2 id="your-answer" className={classes.title}>
        {mine ? t`Another answer` : t`Your answer`}
      </h2>
      {allowed && state === 'closed' ? (
        <Opener hasAnswered={mine !== undefined} onOpen={() => setState('opened')} />
      ) : null}
      {allowed && state !== 'closed' ? (
        <Suspense fallback={<Skeleton height={290} radius={8} />}>
          <AnswerEditor
            question={question}
            mine={mine}
            draft={draft}
            autoFocus={state === 'opened'}
            onPosted={onPosted}
            onDone={() => setState('closed')}
          />
        </Suspense>
      ) : null}
      {allowed ? null : <p className={classes.words}>{reason}</p>}
    </section>
  );
}

function Opener({ hasAnswered, onOpen }: { hasAnswered: boolean; onOpen: () => void }) {
  const { t } = useLingui();
  return (
    <button
      type="button"
      className={classes.opener}
      onPointerEnter={() => void loadEditor()}
      onFocus={() => void loadEditor()}
      onClick={onOpen}
    >
      {hasAnswered
        ? t`You have answered this question. Edit your answer to improve it, or write here for a quite different one.`
        : t`Write what you know. You can use Markdown.`}
    </button>
  );
}

function SignInToAnswer() {
  const { t } = useLingui();
  const next = useLocation({ select: (location) => location.href });
  return (
    <section className={classes.form} aria-labelledby="your-answer">
      <h2 id="your-answer" className={classes.title}>{t`Do you know the answer?`}</h2>
      <div className={classes.buttons}>
        <ButtonLink to="/sign-in" search={{ next }}>{t`Sign in to answer`}</ButtonLink>
        <span
          className={classes.words}
        >{t`It takes a minute, and helps everyone who comes after.`}</span>
      </div>
    </section>
  );
}
