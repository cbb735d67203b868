import type { ReactNode } from 'react';
import classes from './chip.module.css';

/** A word that marks something: a role, a state. */
export function Chip({ children }: { children: ReactNode }) {
  return <span className={classes.chip}>{children}</span>;
}
