import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { CircleCheck, CircleHelp, MessageSquareText, StickyNote } from 'lucide-react';
import { useState } from 'react';
import { type SavedPost, useSave } from '@/api/saves';
import { PersonName } from '@/ui/person';
import { RelativeTime } from '@/ui/relative-time';
import { TagList } from '@/ui/tag-chip';
import { TextAction } from '@/ui/text-action';
import { useRefusal } from '@/ui/use-refusal';
import { SaveForm } from './save-form';
import { Saved } from './saved-when';
import classes from './saves.module.css';

/** One saved question or answer, with one's note about it. */
export function SavedRow({ post }: { post: SavedPost }) {
  const { t } = useLingui();
  const [editing, setEditing] = useState(false);
  const save = useSave({ questionId: post.questionId, postId: post.postId }, useRefusal());
  const isAnswer = post.kind === 'answer';
  return (
    <article className={classes.row} data-row>
      <Kind post={post} />
      <div>
        <h2 className={classes.title}>
          <Link
            to="/questions/$id/{-$slug}"
            params={{ id: String(post.questionId), slug: post.slug }}
            hash={isAnswer ? `answer-${post.postId}` : undefined}
          >
            {post.title}
          </Link>
        </h2>
        <div className={classes.meta}>
          <span>{isAnswer ? t`Answer` : t`Question`}</span>
          <PersonName person={post.author} fallback={post.authorName} />
          <Saved time={<RelativeTime value={post.savedAt} />} />
        </div>
        {post.note ? (
          <p className={classes.note}>
            <StickyNote
              size={15}
              role="img"
              aria-label={t`Your note:`}
              style={{ flex: 'none', marginTop: 3 }}
            />
            {post.note}
          </p>
        ) : (
          <p className={classes.excerpt}>{post.excerpt}</p>
        )}
        <div className={classes.foot}>
          <TagList tags={post.tags} label={t`Tags`} />
          <div className={classes.actions}>
            <TextAction aria-expanded={editing} onClick={() => setEditing(!editing)}>
              {t`Note and list`}
            </TextAction>
            <TextAction onClick={() => save.mutate(null)}>{t`Remove`}</TextAction>
          </div>
        </div>
        {editing ? (
          <div className={classes.edit}>
            <SaveForm
              list={post.listId}
              note={post.note}
              onSave={(change) => {
                save.mutate(change);
                setEditing(false);
              }}
              onRemove={() => save.mutate(null)}
            />
          </div>
        ) : null}
      </div>
    </article>
  );
}

function Kind({ post }: { post: SavedPost }) {
  const { t } = useLingui();
  if (post.accepted) {
    return (
      <span className={classes.kind} data-solved>
        <CircleCheck size={16} role="img" aria-label={t`Solved:`} />
      </span>
    );
  }
  const Icon = post.kind === 'answer' ? MessageSquareText : CircleHelp;
  return (
    <span className={classes.kind}>
      <Icon size={16} aria-hidden />
    </span>
  );
}
