import { useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import { type CSSProperties, lazy, type ReactNode, Suspense } from 'react';
import type { AreaProps } from './area';
import classes from './editor.module.css';
import { loadEditor } from './load-editor';

const Editor = lazy<(props: AreaProps) => ReactNode>(loadEditor);

interface EditorFieldProps {
  /** Of the area itself, so that a summary of errors can lead to it. */
  id: string;
  label: string;
  /** Where the heading above the field is its label already. */
  labelHidden?: boolean;
  description?: ReactNode;
  placeholder?: string;
  error?: string;
  /** Of the space whose readers can be mentioned. */
  space?: string;
  value: string;
  onChange: (value: string) => void;
  onSubmit?: () => void;
  autoFocus?: boolean;
  /** Pixels of the text area when it is empty. */
  height?: number;
}

/** A labelled field for Markdown. Until the editor has come, its place is held by a skeleton. */
export function EditorField(props: EditorFieldProps) {
  const { t } = useLingui();
  const { id, label, labelHidden, description, error, height = 180, autoFocus = false } = props;
  const ids = { label: `${id}-label`, hint: `${id}-hint`, error: `${id}-error` };
  const describedBy = [description ? ids.hint : '', error ? ids.error : ''].filter(Boolean);
  const style: CSSProperties & Record<`--${string}`, string> = { '--editor-height': `${height}px` };
  return (
    <div className={classes.field} style={style}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: whoever uses the keyboard is in the field with one Tab */}
      <label
        id={ids.label}
        htmlFor={id}
        className={classes.label}
        data-hidden={labelHidden || undefined}
        // A label focuses inputs only, and the editor is not one.
        onClick={() => document.getElementById(id)?.focus()}
      >
        {label}
      </label>
      {description ? (
        <p id={ids.hint} className={classes.hint}>
          {description}
        </p>
      ) : null}
      <Suspense
        fallback={
          <div role="status" aria-label={t`Loading the editor`}>
            <Skeleton height={height + 42 + 24 + 34} radius={8} />
          </div>
        }
      >
        <Editor
          id={id}
          labelledBy={ids.label}
          describedBy={describedBy.join(' ') || undefined}
          invalid={Boolean(error)}
          placeholder={props.placeholder}
          space={props.space}
          value={props.value}
          onChange={props.onChange}
          onSubmit={props.onSubmit}
          autoFocus={autoFocus}
        />
      </Suspense>
      {error ? (
        <p id={ids.error} className={classes.error}>
          {error}
        </p>
      ) : null}
    </div>
  );
}
