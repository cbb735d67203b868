import type { ReactNode } from 'react';
import classes from './post-layout.module.css';

interface PostLayoutProps {
  id: number;
  /** Where a link to this post leads: "question" or "answer-7". */
  anchor: string;
  /** Names the post for those who walk from post to post. */
  label: string;
  deleted: boolean;
  /** Vote and further marks, beside the text. */
  side: ReactNode;
  children: ReactNode;
  /** What one can do with the post, and who wrote it. */
  actions: ReactNode;
  people: ReactNode;
  comments: ReactNode;
}

/** A question or an answer: votes at the left, then text, actions, people and comments. */
export function PostLayout(props: PostLayoutProps) {
  const { id, anchor, label, deleted, side, children, actions, people, comments } = props;
  return (
    <article
      id={anchor}
      className={classes.post}
      aria-label={label}
      data-post={id}
      data-deleted={deleted || undefined}
      tabIndex={-1}
    >
      <div className={classes.side}>{side}</div>
      <div className={classes.content}>
        {children}
        <div className={classes.foot}>
          <div className={classes.actions}>{actions}</div>
          <div className={classes.people}>{people}</div>
        </div>
        {comments}
      </div>
    </article>
  );
}
