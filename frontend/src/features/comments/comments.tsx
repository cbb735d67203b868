import { Plural, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { commentsQuery, useAddComment } from '@/api/comments';
import { useMe } from '@/api/me';
import type { PostAddress } from '@/api/question-cache';
import type { Comment, Permission } from '@/api/types';
import { hasDraft } from '@/lib/draft';
import { TextAction } from '@/ui/text-action';
import { CommentForm } from './comment-form';
import { CommentItem } from './comment-item';
import classes from './comments.module.css';

interface CommentsProps {
  address: PostAddress;
  space: string;
  /** The best five with those that they reply to, oldest first. */
  comments: Comment[];
  count: number;
  canComment: Permission;
  /** "Comments on the question" */
  label: string;
  /** What calls the moderators to a comment. */
  flag?: (comment: Comment) => ReactNode;
}

/** The comments under a post: the best at once, all when asked for, and a form for one more. */
export function Comments(props: CommentsProps) {
  const { address, space, comments, count, canComment, label, flag } = props;
  const { t } = useLingui();
  const me = useMe();
  const [all, setAll] = useState(false);
  const { data, isFetching } = useQuery({ ...commentsQuery(address.postId), enabled: all });
  const shown = (all && data?.items) || comments;
  const hidden = count - shown.filter((comment) => !comment.deleted).length;
  const draftOf = String(me?.id ?? 0);
  const common = { address, space, draftOf, flag, canReply: Boolean(me) && canComment.allowed };
  if (count === 0 && !me) return null;
  return (
    <section className={classes.comments} aria-label={label}>
      {shown.length > 0 ? (
        <ul className={classes.list}>
          {threadsOf(shown).map(({ comment, replies }) => (
            <li key={comment.id}>
              <CommentItem {...common} comment={comment} />
              {replies.length > 0 ? (
                <ul className={classes.replies} aria-label={t`Replies`}>
                  {replies.map((reply) => (
                    <li key={reply.id}>
                      <CommentItem {...common} comment={reply} />
                    </li>
                  ))}
                </ul>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      <div className={classes.foot}>
        {hidden > 0 ? (
          <TextAction onClick={() => setAll(true)} aria-busy={isFetching}>
            <Plural value={count} one="Show the comment" other="Show all # comments" />
          </TextAction>
        ) : null}
        {me ? (
          <AddComment address={address} space={space} permission={canComment} draftOf={draftOf} />
        ) : null}
      </div>
    </section>
  );
}

interface Thread {
  comment: Comment;
  replies: Comment[];
}

/** Puts the replies under what they answer; both come oldest first and stay so. */
function threadsOf(comments: Comment[]): Thread[] {
  return comments
    .filter(({ parentId }) => parentId === null)
    .map((comment) => ({
      comment,
      replies: comments.filter(({ parentId }) => parentId === comment.id),
    }));
}

interface AddCommentProps {
  address: PostAddress;
  space: string;
  permission: Permission;
  draftOf: string;
}

function AddComment({ address, space, permission, draftOf }: AddCommentProps) {
  const { t } = useLingui();
  const draft = `${draftOf}.comment.${address.postId}`;
  // A draft of an earlier visit is shown, but it must not draw the page down to itself.
  const [form, setForm] = useState<'closed' | 'kept' | 'opened'>(() =>
    hasDraft(draft) ? 'kept' : 'closed',
  );
  const add = useAddComment(address);
  if (form === 'closed' || !permission.allowed) {
    return (
      <TextAction permission={permission} data-key="c" onClick={() => setForm('opened')}>
        {t`Add a comment`}
      </TextAction>
    );
  }
  return (
    <div className={classes.wide}>
      <CommentForm
        label={t`Your comment`}
        action={t`Add comment`}
        draft={draft}
        place={`comment-${address.postId}`}
        space={space}
        autoFocus={form === 'opened'}
        busy={add.isPending}
        problem={add.error}
        onSubmit={(body, sent) =>
          add.mutate(
            { body },
            {
              onSuccess: () => {
                sent();
                setForm('closed');
              },
            },
          )
        }
        onCancel={() => setForm('closed')}
      />
    </div>
  );
}
