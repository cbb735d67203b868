import { Plural, useLingui } from '@lingui/react/macro';
import { CircleAlert } from 'lucide-react';
import { type MouseEvent, useEffect, useRef } from 'react';
import { ApiProblem, type FieldError } from '@/lib/problem';
import classes from './form-errors.module.css';
import { useProblemText } from './states';

/** The id of a form's field; the summary links to it. */
export function fieldId(form: string, field: string): string {
  return `${form}-${field}`;
}

interface FormErrorsProps {
  /** The form's name, the first half of its fields' ids. */
  form: string;
  /** What the client found before sending, or the refusal of the server. */
  errors: FieldError[];
  /** The mutation's error; one with field errors should be passed as `errors` too. */
  problem?: unknown;
}

/** Takes focus when it appears and whenever its words change. Renders nothing without errors. */
export function FormErrors({ form, errors, problem }: FormErrorsProps) {
  const ref = useRef<HTMLDivElement>(null);
  const { t } = useLingui();
  const words = useProblemText(problem);
  const general = problem && errors.length === 0 ? words : null;
  const key =
    errors.map((error) => `${error.field}:${error.message}`).join() + (general?.detail ?? '');

  useEffect(() => {
    if (key) ref.current?.focus();
  }, [key]);

  if (!key) return null;
  return (
    <div ref={ref} className={classes.summary} tabIndex={-1} role="alert" aria-label={t`Errors`}>
      <CircleAlert size={18} aria-hidden className={classes.icon} />
      <div>
        <p className={classes.title}>
          {general ? (
            general.title
          ) : (
            <Plural
              value={errors.length}
              one="One thing needs your attention:"
              other="# things need your attention:"
            />
          )}
        </p>
        {general ? <p>{general.detail}</p> : null}
        <ul className={classes.list}>
          {errors.map((error) => (
            <li key={error.field + error.message}>
              <a href={`#${fieldId(form, error.field)}`} onClick={focusField}>
                {error.message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

// Focus rather than a jump: the address stays clean and the header does not cover the field.
function focusField(event: MouseEvent<HTMLAnchorElement>): void {
  event.preventDefault();
  const id = event.currentTarget.hash.slice(1);
  document.getElementById(id)?.focus();
}

/** The message for one field, for the `error` of an input. */
export function errorOf(errors: FieldError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.message;
}

export function fieldErrorsOf(problem: unknown): FieldError[] {
  return problem instanceof ApiProblem ? problem.errors : [];
}
