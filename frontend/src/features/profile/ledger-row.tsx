import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReputationEntry } from '@/api/types';
import { formatSigned } from '@/lib/format';
import { useLanguage } from '@/lib/use-language';
import { Chip } from '@/ui/chip';
import { NumberText } from '@/ui/number';
import { RelativeTime } from '@/ui/relative-time';
import classes from './ledger-row.module.css';
import { useReason } from './use-reason';

/** How much, why, for which post, when, and what it came to. */
export function LedgerRow({ entry }: { entry: ReputationEntry }) {
  const { t } = useLingui();
  const language = useLanguage();
  const reasonOf = useReason();
  const total = <NumberText value={entry.total} />;
  return (
    <li className={classes.row}>
      <span className={classes.amount} data-sign={Math.sign(entry.amount)}>
        {formatSigned(entry.amount, language)}
      </span>
      <div className={classes.words}>
        <p className={classes.reason}>
          {reasonOf(entry)}
          {entry.reversal && entry.reason !== 'bounty-offered' ? (
            <Chip>{t`Taken back`}</Chip>
          ) : null}
        </p>
        {entry.post ? <PostLink post={entry.post} /> : null}
      </div>
      <p className={classes.when}>
        <RelativeTime value={entry.at} />
        <span>
          <Trans comment="the reputation after this entry">makes {total}</Trans>
        </span>
      </p>
    </li>
  );
}

function PostLink({ post }: { post: NonNullable<ReputationEntry['post']> }) {
  return (
    <Link
      to="/questions/$id/{-$slug}"
      params={{ id: String(post.questionId) }}
      hash={post.kind === 'answer' ? `answer-${post.id}` : undefined}
      className={classes.post}
    >
      {post.title}
    </Link>
  );
}
