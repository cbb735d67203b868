import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Award } from 'lucide-react';
import { badgesQuery } from '@/api/users';
import { BadgeMark } from '@/ui/badge-mark';
import { ButtonLink } from '@/ui/button-link';
import { Chip } from '@/ui/chip';
import { RelativeTime } from '@/ui/relative-time';
import { StaleNotice } from '@/ui/stale-notice';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states';
import { TagChip } from '@/ui/tag-chip';
import classes from './badges.module.css';

interface BadgesProps {
  person: { id: number; name: string };
  own: boolean;
}

/** What somebody was awarded, the rarest first. */
export function Badges({ person, own }: BadgesProps) {
  const { id, name } = person;
  const { t } = useLingui();
  const { data, error, refetch, isPending } = useQuery(badgesQuery(id));
  if (isPending) return <SkeletonRows rows={5} height={52} />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data.items.length === 0) {
    return (
      <EmptyState
        icon={<Award size={28} />}
        title={own ? t`You have no badges yet` : t`${name} has no badges yet`}
        action={<ButtonLink to="/badges" variant="default">{t`All badges`}</ButtonLink>}
      >
        {t`They come with what others find useful: a question, an answer, an edit.`}
      </EmptyState>
    );
  }
  return (
    <>
      <StaleNotice error={error} onRetry={() => void refetch()} />
      <ul className={classes.list}>
        {data.items.map((badge) => (
          <li key={`${badge.key} ${badge.tag ?? ''}`} className={classes.badge}>
            <BadgeMark of={badge.class} />
            <Link to="/badges/$key" params={{ key: badge.key }} className={classes.name}>
              {badge.name}
            </Link>
            {badge.tag ? <TagChip name={badge.tag} /> : null}
            {badge.imported ? <Chip>{t`Imported`}</Chip> : null}
            {badge.count > 1 ? <span className={classes.count}>× {badge.count}</span> : null}
            <span className={classes.when}>
              <RelativeTime value={badge.awardedAt} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
