import { Trans, useLingui } from '@lingui/react/macro';
import { Link, type LinkProps, linkOptions } from '@tanstack/react-router';
import {
  CircleHelp,
  type LucideIcon,
  MessageSquare,
  MessageSquareText,
  PencilLine,
} from 'lucide-react';
import { Suspense, useState } from 'react';
import { type ListedDraft, useDiscardDraft } from '@/api/drafts';
import { useMe } from '@/api/me';
import { forgetDraft } from '@/lib/draft';
import { lazyPart } from '@/lib/lazy';
import { RelativeTime } from '@/ui/relative-time';
import { TagList } from '@/ui/tag-chip';
import { TextAction } from '@/ui/text-action';
import { useRefusal } from '@/ui/use-refusal';
import classes from './draft-row.module.css';

const ConfirmDialog = lazyPart(() => import('@/ui/confirm-dialog'), 'ConfirmDialog');

const icons: Record<ListedDraft['kind'], LucideIcon> = {
  ask: CircleHelp,
  answer: MessageSquareText,
  comment: MessageSquare,
  edit: PencilLine,
};

/** Where one goes on with a draft; null where its post can no longer be read. */
function placeOf({ kind, postId, postKind, question }: ListedDraft): LinkProps | null {
  if (kind === 'ask') return linkOptions({ to: '/questions/ask' });
  if (!question || postId === null) return null;
  const params = { id: String(question.id), slug: question.slug };
  if (kind === 'edit') {
    const to = postKind === 'answer' ? '/answers/$id/edit' : '/questions/$id/edit';
    return linkOptions({ to, params: { id: String(postId) } });
  }
  const hash = kind === 'answer' ? 'your-answer' : anchorOf(postId, question.id);
  return linkOptions({ to: '/questions/$id/{-$slug}', params, hash });
}

function anchorOf(postId: number, questionId: number): string {
  return postId === questionId ? 'question' : `answer-${postId}`;
}

export function DraftRow({ draft }: { draft: ListedDraft }) {
  const { t } = useLingui();
  const Icon = icons[draft.kind];
  const link = placeOf(draft);
  const title =
    draft.kind === 'ask' ? draft.title || t`A question without a title` : draft.question?.title;
  const time = <RelativeTime value={draft.savedAt} />;
  return (
    <article className={classes.row} data-row>
      <span className={classes.icon}>
        <Icon size={16} aria-hidden />
      </span>
      <div className={classes.content}>
        <h2 className={classes.title}>
          {link ? <Link {...link}>{title}</Link> : t`A post that you can no longer read`}
        </h2>
        <p className={classes.meta}>
          <KindName draft={draft} /> ·{' '}
          <Trans comment="the placeholder is a time">changed {time}</Trans>
        </p>
        {draft.body ? <p className={classes.words}>{draft.body}</p> : null}
        <TagList tags={draft.kind === 'ask' ? (draft.tags ?? []) : []} label={t`Tags`} />
        <div className={classes.actions}>
          {link ? <Link {...link} className={classes.go}>{t`Continue writing`}</Link> : null}
          <Discard place={draft.place} />
        </div>
      </div>
    </article>
  );
}

function KindName({ draft: { kind, postKind } }: { draft: ListedDraft }) {
  const { t } = useLingui();
  switch (kind) {
    case 'ask':
      return t`New question`;
    case 'answer':
      return t`Answer`;
    case 'comment':
      return t({ message: 'Comment', context: 'a kind of post' });
    case 'edit':
      return postKind === 'answer' ? t`Edit of an answer` : t`Edit of a question`;
  }
}

function Discard({ place }: { place: string }) {
  const { t } = useLingui();
  const refused = useRefusal();
  const me = useMe();
  const discard = useDiscardDraft();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <TextAction onClick={() => setAsking(true)}>{t`Discard`}</TextAction>
      {asking ? (
        <Suspense>
          <ConfirmDialog
            opened
            danger
            title={t`Discard this draft?`}
            action={t`Discard draft`}
            onConfirm={() => {
              setAsking(false);
              // This browser's own copy goes too, or it would come back with the form.
              if (me) forgetDraft(`${me.id}.${place.replace('-', '.')}`);
              discard.mutate(place, { onError: refused });
            }}
            onClose={() => setAsking(false)}
          >
            {t`What you wrote is deleted from your account. It cannot be brought back.`}
          </ConfirmDialog>
        </Suspense>
      ) : null}
    </>
  );
}
