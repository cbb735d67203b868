import type { ReactNode } from 'react';
import { DemoPeople } from './demo-people';
import classes from './frame.module.css';

interface FrameProps {
  children: ReactNode;
  /** The way to the other page: "New here? Register". */
  other: ReactNode;
}

/** A form, and beside it in the demonstration the people to look around as. */
export function Frame({ children, other }: FrameProps) {
  return (
    <div className={classes.columns}>
      <div>
        {children}
        <p className={classes.other}>{other}</p>
      </div>
      <DemoPeople />
    </div>
  );
}
