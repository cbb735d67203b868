import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, linkOptions } from '@tanstack/react-router';
import { Award } from 'lucide-react';
import { allBadgesQuery, type Badge } from '@/api/badges';
import { useMe } from '@/api/me';
import { BadgeRow } from '@/features/badges/badge-row';
import { useGroupWords } from '@/features/badges/use-group-words';
import { ButtonLink } from '@/ui/button-link';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { SegmentedLinks } from '@/ui/segmented-links';
import { StaleNotice } from '@/ui/stale-notice';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states';
import classes from './badges-page.module.css';
import type { BadgesSearch } from './badges-route';

const route = getRouteApi('/badges');

export function BadgesPage() {
  const { t } = useLingui();
  const { data, error, refetch, isPending } = useQuery(allBadgesQuery);
  return (
    <Page title={t`Badges`}>
      <PageHeader
        title={t`Badges`}
        subtitle={t`Earned by what others find useful, within a minute, and kept for good.`}
      />
      {isPending ? <SkeletonRows rows={10} height={72} /> : null}
      {data || isPending ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {data ? (
        <>
          <StaleNotice error={error} onRetry={() => void refetch()} />
          <All badges={data.items} />
        </>
      ) : null}
    </Page>
  );
}

function isShown({ mine, group }: Badge, show: BadgesSearch['show']): boolean {
  if (show === 'mine') return mine > 0;
  if (show === 'missing') return mine === 0 && group !== 'imported';
  return true;
}

function All({ badges }: { badges: Badge[] }) {
  const me = useMe();
  const { show } = route.useSearch();
  const words = useGroupWords();
  const shown = badges.filter((badge) => isShown(badge, me ? show : undefined));
  const groups = [...new Set(shown.map(({ group }) => group))];
  return (
    <>
      {me ? <Own badges={badges} show={show} /> : null}
      {groups.map((group) => (
        <section key={group} className={classes.group} aria-labelledby={`badges-${group}`}>
          <h2 id={`badges-${group}`} className={classes.heading}>
            {words[group]}
          </h2>
          <ul>
            {shown
              .filter((badge) => badge.group === group)
              .map((badge) => (
                <BadgeRow key={badge.key} badge={badge} />
              ))}
          </ul>
        </section>
      ))}
      {shown.length === 0 ? <Nothing /> : null}
    </>
  );
}

/** How many one holds, and which are shown. */
function Own({ badges, show }: { badges: Badge[]; show: BadgesSearch['show'] }) {
  const { t } = useLingui();
  const here = badges.filter(({ group }) => group !== 'imported');
  const held = here.filter(({ mine }) => mine > 0).length;
  const all = here.length;
  const views = [
    { value: undefined, label: t`All` },
    { value: 'mine' as const, label: t`Earned` },
    { value: 'missing' as const, label: t`Still to earn` },
  ];
  return (
    <div className={classes.bar}>
      <SegmentedLinks
        label={t`Which badges are shown`}
        segments={views.map(({ value, label }) => ({
          label,
          active: value === show,
          link: linkOptions({ to: '/badges', search: value ? { show: value } : {} }),
        }))}
      />
      <p className={classes.held}>
        <Trans comment="both placeholders are numbers">
          You hold {held} of {all} badges
        </Trans>
      </p>
    </div>
  );
}

function Nothing() {
  const { t } = useLingui();
  return (
    <EmptyState
      icon={<Award size={28} />}
      title={t`No badges here`}
      action={<ButtonLink to="/badges" variant="default">{t`All badges`}</ButtonLink>}
    >
      {t`The first ones come quickly: ask or answer, and others vote for it.`}
    </EmptyState>
  );
}
