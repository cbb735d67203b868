import { useLingui } from '@lingui/react/macro';
import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ChevronUp } from 'lucide-react';
import { type ReactNode, Suspense, useState } from 'react';
import { useAddComment, useDeleteComment, useEditComment, useVoteComment } from '@/api/comments';
import type { PostAddress } from '@/api/question-cache';
import type { Comment } from '@/api/types';
import { lazyPart } from '@/lib/lazy';
import { NumberText } from '@/ui/number';
import { RelativeTime } from '@/ui/relative-time';
import { RichText } from '@/ui/rich-text';
import { TextAction } from '@/ui/text-action';
import { toast } from '@/ui/toast';
import { useRefusal } from '@/ui/use-refusal';
import { CommentForm } from './comment-form';
import classes from './comments.module.css';
import { ConvertComment } from './convert-comment';

const ConfirmDialog = lazyPart(() => import('@/ui/confirm-dialog'), 'ConfirmDialog');

interface CommentItemProps {
  address: PostAddress;
  space: string;
  comment: Comment;
  /** Begins the key of a draft: names the person who writes. */
  draftOf: string;
  canReply: boolean;
  flag?: ((comment: Comment) => ReactNode) | undefined;
}

export function CommentItem(props: CommentItemProps) {
  const { address, space, comment, draftOf, canReply, flag } = props;
  const { t } = useLingui();
  const [editing, setEditing] = useState(false);
  const [replying, setReplying] = useState(false);
  const edit = useEditComment(address, comment.id);
  if (editing) {
    return (
      <CommentForm
        label={t`Edit your comment`}
        action={t`Save comment`}
        draft={`${draftOf}.comment-edit.${comment.id}`}
        place={null}
        body={comment.body}
        space={space}
        autoFocus
        busy={edit.isPending}
        problem={edit.error}
        onSubmit={(body, sent) =>
          edit.mutate(body, {
            onSuccess: () => {
              sent();
              setEditing(false);
            },
          })
        }
        onCancel={() => setEditing(false)}
      />
    );
  }
  if (comment.deleted) {
    return (
      <div className={classes.comment} id={`comment-${comment.id}`}>
        <p className={classes.gone}>{t`This comment was deleted.`}</p>
      </div>
    );
  }
  return (
    <div className={classes.comment} id={`comment-${comment.id}`}>
      <CommentVote address={address} comment={comment} />
      <div className={classes.text}>
        <RichText html={comment.html} size="small" inline /> <Byline comment={comment} />
        <span className={classes.actions}>
          {canReply ? <TextAction onClick={() => setReplying(true)}>{t`Reply`}</TextAction> : null}
          {comment.can.edit.allowed ? (
            <TextAction onClick={() => setEditing(true)}>{t`Edit`}</TextAction>
          ) : null}
          <ConvertComment questionId={address.questionId} comment={comment} />
          {flag?.(comment)}
          {comment.can.delete.allowed ? <DeleteComment address={address} id={comment.id} /> : null}
        </span>
        {replying ? (
          <Reply
            address={address}
            space={space}
            comment={comment}
            draftOf={draftOf}
            onDone={() => setReplying(false)}
          />
        ) : null}
      </div>
    </div>
  );
}

interface ReplyProps {
  address: PostAddress;
  space: string;
  comment: Comment;
  draftOf: string;
  onDone: () => void;
}

function Reply({ address, space, comment, draftOf, onDone }: ReplyProps) {
  const { t } = useLingui();
  const add = useAddComment(address);
  const { authorName } = comment;
  return (
    <CommentForm
      label={t`Your reply to ${authorName}`}
      action={t`Add reply`}
      draft={`${draftOf}.comment-reply.${comment.id}`}
      place={null}
      space={space}
      autoFocus
      busy={add.isPending}
      problem={add.error}
      onSubmit={(body, sent) =>
        add.mutate(
          { body, parentId: comment.id },
          {
            onSuccess: () => {
              sent();
              onDone();
            },
          },
        )
      }
      onCancel={onDone}
    />
  );
}

function Byline({ comment }: { comment: Comment }) {
  const { t } = useLingui();
  const { id, author, authorName, createdAt, editedAt, can } = comment;
  return (
    <span className={classes.by}>
      {'— '}
      {author ? (
        <Link
          to="/people/$id/{-$slug}"
          params={{ id: String(author.id), slug: author.handle }}
          className={classes.author}
        >
          {author.name}
        </Link>
      ) : (
        <span className={classes.author}>{authorName}</span>
      )}
      {', '}
      <RelativeTime value={createdAt} />
      {editedAt ? ' ' : null}
      {editedAt && can.history.allowed ? (
        <Link to="/comments/$id/revisions" params={{ id: String(id) }} className={classes.author}>
          {t`(edited)`}
        </Link>
      ) : null}
      {editedAt && !can.history.allowed ? t`(edited)` : null}
    </span>
  );
}

function CommentVote({ address, comment }: { address: PostAddress; comment: Comment }) {
  const { t } = useLingui();
  const refused = useRefusal();
  const vote = useVoteComment(address, comment.id, refused);
  const pressed = comment.myVote === 1;
  const { allowed, reason } = comment.can.vote;
  const stopped = !(allowed || pressed);
  const press = () => {
    if (stopped) toast.info(reason);
    else vote.mutate(pressed ? 0 : 1);
  };
  return (
    <Tooltip label={stopped ? reason : t`This comment is useful`} multiline maw={240}>
      <button
        type="button"
        className={classes.vote}
        aria-label={t`Vote this comment up`}
        aria-pressed={pressed}
        aria-disabled={stopped || undefined}
        onClick={press}
      >
        {comment.score > 0 ? <NumberText value={comment.score} /> : null}
        <ChevronUp size={16} aria-hidden />
      </button>
    </Tooltip>
  );
}

function DeleteComment({ address, id }: { address: PostAddress; id: number }) {
  const { t } = useLingui();
  const refused = useRefusal();
  const [asking, setAsking] = useState(false);
  const remove = useDeleteComment(address, id);
  const confirm = () =>
    remove.mutate(undefined, {
      onSuccess: () => toast.done(t`The comment is deleted.`),
      onError: (error) => {
        setAsking(false);
        refused(error);
      },
    });
  return (
    <>
      <TextAction onClick={() => setAsking(true)}>{t`Delete`}</TextAction>
      {asking ? (
        <Suspense>
          <ConfirmDialog
            opened
            danger
            title={t`Delete this comment?`}
            action={t`Delete comment`}
            busy={remove.isPending}
            onConfirm={confirm}
            onClose={() => setAsking(false)}
          >
            {t`It disappears for everyone. This cannot be undone.`}
          </ConfirmDialog>
        </Suspense>
      ) : null}
    </>
  );
}
