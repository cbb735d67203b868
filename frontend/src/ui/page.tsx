import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import classes from './page.module.css';

interface PageProps {
  /** Name of the page in the browser's tab and history, without the product's name. */
  title: string;
  /** What helps with this page; beside it on a wide screen, below it on a narrow one. */
  rail?: ReactNode;
  /** "reading" for text and forms; "wide" for tables and boards, which then have no rail. */
  width?: 'reading' | 'wide';
  children: ReactNode;
}

/** The frame of every page's content: its title, its main landmark and its rail. */
export function Page({ title, rail, width = 'reading', children }: PageProps) {
  const { t } = useLingui();
  return (
    <div className={classes.page} data-width={width}>
      <title>{`${title} · Wellspring`}</title>
      <main id="main" tabIndex={-1} className={classes.main}>
        {children}
      </main>
      {rail ? (
        <aside className={classes.rail} aria-label={t`Related to this page`}>
          {rail}
        </aside>
      ) : null}
    </div>
  );
}
