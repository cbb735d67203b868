import { Tooltip } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, Ref } from 'react';
import classes from './text-action.module.css';
import { toast } from './toast';

interface TextActionProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** What the server says: a refused action stays reachable and tells why. */
  permission?: { allowed: boolean; reason: string };
  ref?: Ref<HTMLButtonElement>;
}

/** A quiet button of words, below a post or a comment. */
export function TextAction({ permission, onClick, className, ...props }: TextActionProps) {
  // A menu that it opens adds a class of its own.
  const look = className ? `${classes.action} ${className}` : classes.action;
  if (!permission || permission.allowed) {
    return <button type="button" className={look} onClick={onClick} {...props} />;
  }
  return (
    <Tooltip label={permission.reason} multiline maw={260}>
      <button
        type="button"
        className={look}
        aria-disabled
        {...props}
        onClick={() => toast.info(permission.reason)}
      />
    </Tooltip>
  );
}

function TextAnchor(
  props: AnchorHTMLAttributes<HTMLAnchorElement> & { ref?: Ref<HTMLAnchorElement> },
) {
  return <a className={classes.action} {...props} />;
}

/** The same as a link. */
export const TextLink = createLink(TextAnchor);
