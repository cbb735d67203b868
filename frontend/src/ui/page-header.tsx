import type { ReactNode } from 'react';
import classes from './page-header.module.css';

interface PageHeaderProps {
  title: ReactNode;
  subtitle?: ReactNode;
  /** Controls of the page, beside the title where there is room. */
  actions?: ReactNode;
  /** Without the hairline, where tabs follow that have one. */
  bare?: boolean;
}

/** The heading takes focus after a navigation, so that a screen reader starts here. */
export function PageHeader({ title, subtitle, actions, bare }: PageHeaderProps) {
  return (
    <header className={classes.header} data-bare={bare || undefined}>
      <div className={classes.words}>
        <h1 className={classes.title} tabIndex={-1}>
          {title}
        </h1>
        {subtitle ? <p className={classes.subtitle}>{subtitle}</p> : null}
      </div>
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </header>
  );
}
