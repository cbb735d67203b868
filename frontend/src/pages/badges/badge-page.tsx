import { Plural, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, linkOptions } from '@tanstack/react-router';
import { type Badge, badgeQuery } from '@/api/badges';
import { BadgeProgress } from '@/features/badges/badge-progress';
import { Mine } from '@/features/badges/badge-row';
import { Holders } from '@/features/badges/holders';
import { ApiProblem } from '@/lib/problem';
import { BadgeMark } from '@/ui/badge-mark';
import { ButtonLink } from '@/ui/button-link';
import { NotFound } from '@/ui/helpful-page';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { StaleNotice } from '@/ui/stale-notice';
import { ErrorState, SkeletonRows } from '@/ui/states';
import classes from './badges-page.module.css';

const route = getRouteApi('/badges/$key');

export function BadgePage() {
  const { t } = useLingui();
  const { key } = route.useParams();
  const { data, error, refetch, isPending } = useQuery(badgeQuery(key));
  if (error instanceof ApiProblem && error.status === 404) return <NotFound />;
  return (
    <Page title={data?.name ?? t`Badge`}>
      {isPending ? <SkeletonRows rows={6} height={72} /> : null}
      {data || isPending ? null : <ErrorState page error={error} onRetry={() => void refetch()} />}
      {data ? (
        <>
          <StaleNotice error={error} onRetry={() => void refetch()} />
          <One badge={data} />
        </>
      ) : null}
    </Page>
  );
}

function One({ badge }: { badge: Badge }) {
  const { t } = useLingui();
  const { page = 1 } = route.useSearch();
  const { key, name, about, often, mine, progress } = badge;
  return (
    <>
      <PageHeader
        title={name}
        subtitle={about || t`Awarded in a former system, and kept.`}
        actions={<ButtonLink to="/badges" variant="default">{t`All badges`}</ButtonLink>}
      />
      <div className={classes.state}>
        <BadgeMark of={badge.class} />
        {often && about ? <span>{t`It can be earned again and again.`}</span> : null}
        <Mine times={mine} />
      </div>
      {progress ? <BadgeProgress progress={progress} /> : null}
      <section className={classes.group} aria-labelledby="holders">
        <h2 id="holders" className={classes.heading}>
          <Plural
            value={badge.holders}
            _0="Nobody holds it"
            one="# person holds it"
            other="# people hold it"
          />
        </h2>
        <Holders
          badge={badge}
          page={page}
          linkTo={(to) =>
            linkOptions({ to: '/badges/$key', params: { key }, search: { page: to } })
          }
        />
      </section>
    </>
  );
}
