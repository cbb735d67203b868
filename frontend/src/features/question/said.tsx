import classes from '@/ui/notice.module.css';

/** What whoever did something to a post said about it; nothing where they said nothing. */
export function Said({ note }: { note: string }) {
  return note ? <blockquote className={classes.said}>{note}</blockquote> : null;
}
