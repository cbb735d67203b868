import type { ReactNode } from 'react';
import classes from './notice.module.css';

interface NoticeProps {
  kind?: 'deleted';
  icon: ReactNode;
  title: string;
  children: ReactNode;
}

/** A box above a post with what one must know before reading it. */
export function Notice({ kind, icon, title, children }: NoticeProps) {
  return (
    <div className={classes.notice} data-kind={kind}>
      {icon}
      <div>
        <p className={classes.title}>{title}</p>
        <div className={classes.text}>{children}</div>
      </div>
    </div>
  );
}
