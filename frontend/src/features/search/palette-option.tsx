import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './palette.module.css';
import type { Options } from './use-options';

interface PaletteOptionProps {
  id: string;
  options: Options;
  link: LinkProps;
  onOpen: () => void;
  /** A figure, a face or an icon at the left. */
  lead: ReactNode;
  title: ReactNode;
  /** A second line, in few words. */
  detail?: ReactNode;
  /** Stays in sight below a long list. */
  last?: boolean;
}

/** A link that the arrow keys reach: it can be opened in another tab too. */
export function PaletteOption(props: PaletteOptionProps) {
  const { id, options, link, onOpen, lead, title, detail, last } = props;
  return (
    <Link
      {...link}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={options.active === id}
      className={classes.option}
      data-last={last || undefined}
      activeProps={{}}
      onClick={(event) => {
        if (!(event.ctrlKey || event.metaKey || event.shiftKey)) onOpen();
      }}
      onMouseMove={() => options.choose(id)}
    >
      <span className={classes.lead}>{lead}</span>
      <span className={classes.words}>
        <span className={classes.title}>{title}</span>
        {detail ? <span className={classes.detail}>{detail}</span> : null}
      </span>
    </Link>
  );
}
