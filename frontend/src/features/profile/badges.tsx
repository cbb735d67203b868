import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Award } from 'lucide-react';
import { badgesQuery } from '@/api/users';
import { RelativeTime } from '@/ui/relative-time';
import { StaleNotice } from '@/ui/stale-notice';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states';
import classes from './badges.module.css';

interface BadgesProps {
  person: { id: number; name: string };
  own: boolean;
}

type BadgeClass = 'gold' | 'silver' | 'bronze';

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
      >
        {t`Badges of a former system appear here once it has been imported.`}
      </EmptyState>
    );
  }
  return (
    <>
      <StaleNotice error={error} onRetry={() => void refetch()} />
      <ul className={classes.list}>
        {data.items.map((badge) => (
          <li key={`${badge.class} ${badge.name}`} className={classes.badge}>
            <BadgeMark of={badge.class} />
            <span className={classes.name}>{badge.name}</span>
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

/** The class as a colour and as a word: colour alone says nothing to many. */
function BadgeMark({ of }: { of: BadgeClass }) {
  const { t } = useLingui();
  const names = { gold: t`Gold`, silver: t`Silver`, bronze: t`Bronze` };
  return (
    <span className={classes.class} data-class={of}>
      <Award size={16} aria-hidden />
      {names[of]}
    </span>
  );
}
