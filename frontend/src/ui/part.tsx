import { type ReactNode, useId } from 'react';
import classes from './part.module.css';

interface PartProps {
  title: string;
  hint?: string;
  children: ReactNode;
}

/** A titled part of the settings. */
export function Part({ title, hint, children }: PartProps) {
  const id = useId();
  return (
    <section className={classes.part} aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      {hint ? <p className={classes.hint}>{hint}</p> : null}
      <div className={classes.body}>{children}</div>
    </section>
  );
}
