import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReviewAudit } from '@/api/reviews';
import { PersonName } from '@/ui/person';
import { RelativeTime } from '@/ui/relative-time';
import classes from './review.module.css';
import { useReviewWords } from './use-review-words';

/** Who decided what about what, and when. */
export function AuditRow({ audit }: { audit: ReviewAudit }) {
  const { t } = useLingui();
  const words = useReviewWords();
  const { question, postKind, postId, onComment } = audit;
  const what = onComment
    ? t({ message: 'Comment', context: 'a kind of post' })
    : postKind === 'answer'
      ? t`Answer`
      : t`Question`;
  return (
    <article className={classes.audit} data-row>
      <h2 className={classes.auditTitle}>
        <Link
          to="/questions/$id/{-$slug}"
          params={{ id: String(question.id), slug: question.slug }}
          hash={postKind === 'answer' ? `answer-${postId}` : undefined}
        >
          {question.title}
        </Link>
      </h2>
      <p className={classes.by}>
        <strong>{words.done[audit.decision]}</strong>
        <PersonName person={audit.by} fallback="" />
        <RelativeTime value={audit.at} />
        <span>{words.queues[audit.queue]}</span>
        <span>{what}</span>
      </p>
      {audit.note ? <q className={classes.note}>{audit.note}</q> : null}
    </article>
  );
}
