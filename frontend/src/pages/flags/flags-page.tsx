import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, linkOptions, useLocation } from '@tanstack/react-router';
import { Flag, LogIn } from 'lucide-react';
import { myFlagsQuery } from '@/api/flags';
import { useMe } from '@/api/me';
import { FlagRow } from '@/features/flags/flag-row';
import { ButtonLink } from '@/ui/button-link';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { Pager } from '@/ui/pager';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states';

const route = getRouteApi('/flags');

/** What one called the moderators to, and what became of it. */
export function FlagsPage() {
  const { t } = useLingui();
  const me = useMe();
  const next = useLocation({ select: (location) => location.href });
  return (
    <Page title={t`My flags`}>
      <PageHeader
        title={t`My flags`}
        subtitle={t`What you called the moderators to, and what became of it. Others do not see it.`}
      />
      {me === undefined ? <SkeletonRows rows={4} height={96} /> : null}
      {me === null ? (
        <EmptyState
          icon={<LogIn size={26} />}
          title={t`Sign in to see your flags`}
          action={<ButtonLink to="/sign-in" search={{ next }}>{t`Sign in`}</ButtonLink>}
        />
      ) : null}
      {me ? <Flags /> : null}
    </Page>
  );
}

function Flags() {
  const { t } = useLingui();
  const { page = 1 } = route.useSearch();
  const { data, error, refetch, isPending } = useQuery(myFlagsQuery(page));
  if (isPending) return <SkeletonRows rows={4} height={96} />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data.items.length === 0) {
    return (
      <EmptyState icon={<Flag size={28} />} title={t`You have flagged nothing`}>
        {t`Where something is spam, rude or not worth keeping, press “Flag” below it: a moderator looks at it, and you are told here.`}
      </EmptyState>
    );
  }
  return (
    <>
      <ol>
        {data.items.map((flag) => (
          <li key={flag.id}>
            <FlagRow flag={flag} />
          </li>
        ))}
      </ol>
      <Pager
        page={data.page}
        pages={data.pages}
        linkTo={(to) => linkOptions({ to: '/flags', search: { page: to } })}
      />
    </>
  );
}
