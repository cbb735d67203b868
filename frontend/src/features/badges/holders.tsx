import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import { Award } from 'lucide-react';
import { type Badge, type BadgeHolder, badgeHoldersQuery } from '@/api/badges';
import { Pager } from '@/ui/pager';
import { PersonCard } from '@/ui/person';
import { RelativeTime } from '@/ui/relative-time';
import { StaleNotice } from '@/ui/stale-notice';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states';
import { TagChip } from '@/ui/tag-chip';
import classes from './badges.module.css';

interface HoldersProps {
  badge: Badge;
  page: number;
  linkTo: (page: number) => LinkProps;
}

/** Who holds a badge, whoever earned it last first. */
export function Holders({ badge, page, linkTo }: HoldersProps) {
  const { t } = useLingui();
  const query = useQuery(badgeHoldersQuery(badge.key, page));
  const { data, error, refetch, isPending, isPlaceholderData } = query;
  if (isPending) return <SkeletonRows rows={6} height={52} />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data.items.length === 0) {
    return (
      <EmptyState icon={<Award size={28} />} title={t`Nobody holds this badge yet`}>
        {t`Whoever earns it first stands here within a minute.`}
      </EmptyState>
    );
  }
  return (
    <>
      <StaleNotice error={error} onRetry={() => void refetch()} />
      <ul aria-busy={isPlaceholderData}>
        {data.items.map((holder) => (
          <li key={holder.person.id} className={classes.holder}>
            <PersonCard person={holder.person} />
            <EarnedWith holder={holder} />
            <span className={classes.when}>
              {holder.count > 1 ? <span>× {holder.count}</span> : null}
              <RelativeTime value={holder.awardedAt} />
            </span>
          </li>
        ))}
      </ul>
      <Pager page={data.page} pages={data.pages} linkTo={linkTo} />
    </>
  );
}

function EarnedWith({ holder: { question, postId, postKind, tag } }: { holder: BadgeHolder }) {
  if (tag) return <TagChip name={tag} />;
  if (!question) return null;
  return (
    <Link
      className={classes.post}
      to="/questions/$id/{-$slug}"
      params={{ id: String(question.id), slug: question.slug }}
      hash={postKind === 'answer' ? `answer-${postId}` : undefined}
    >
      {question.title}
    </Link>
  );
}
