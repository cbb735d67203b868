import { useEffect, useRef } from 'react';
import type { AreaProps } from './area';
import classes from './editor.module.css';

/** Stands in where the editor could not be loaded: one must be able to answer all the same. */
export function PlainArea(props: AreaProps) {
  const { id, labelledBy, describedBy, invalid, placeholder, value, onChange, autoFocus } = props;
  const ref = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (autoFocus) ref.current?.focus();
  }, [autoFocus]);
  return (
    <div className={classes.frame} data-invalid={invalid || undefined}>
      <textarea
        ref={ref}
        id={id}
        className={classes.plain}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
