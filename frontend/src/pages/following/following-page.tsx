import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, linkOptions, useLocation } from '@tanstack/react-router';
import { Bell, LogIn } from 'lucide-react';
import { followsQuery } from '@/api/follows';
import { useMe } from '@/api/me';
import { FollowedRow } from '@/features/follows/followed-row';
import { ButtonLink } from '@/ui/button-link';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { Pager } from '@/ui/pager';
import { SegmentedLinks } from '@/ui/segmented-links';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states';
import classes from './following-page.module.css';
import type { FollowingSearch } from './following-route';

const route = getRouteApi('/following');

export function FollowingPage() {
  const { t } = useLingui();
  const me = useMe();
  return (
    <Page title={t`Following`}>
      <PageHeader
        title={t`Following`}
        subtitle={t`What happens here reaches your inbox. What you ask or answer you follow by that.`}
      />
      {me === undefined ? <SkeletonRows rows={5} height={80} /> : null}
      {me === null ? <SignInFirst /> : null}
      {me ? <Following /> : null}
    </Page>
  );
}

function SignInFirst() {
  const { t } = useLingui();
  const next = useLocation({ select: (location) => location.href });
  return (
    <EmptyState
      icon={<LogIn size={26} />}
      title={t`Sign in to see what you follow`}
      action={<ButtonLink to="/sign-in" search={{ next }}>{t`Sign in`}</ButtonLink>}
    >
      {t`Only you see what you follow.`}
    </EmptyState>
  );
}

function Following() {
  const { t } = useLingui();
  const search = route.useSearch();
  const { kind = 'questions', page = 1 } = search;
  const linkTo = (next: FollowingSearch) => linkOptions({ to: '/following', search: next });
  const { data, error, refetch, isPending } = useQuery(followsQuery({ kind, page }));
  const labels = { questions: t`Questions`, people: t`People`, spaces: t`Spaces` };
  return (
    <>
      <div className={classes.kinds}>
        <SegmentedLinks
          label={t`What you follow`}
          segments={(['questions', 'people', 'spaces'] as const).map((one) => ({
            label: labels[one],
            active: one === kind,
            link: linkTo({ kind: one }),
          }))}
        />
      </div>
      {isPending ? <SkeletonRows rows={5} height={80} /> : null}
      {isPending || data ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && data.items.length === 0 ? <Nothing kind={kind} /> : null}
      <ol>
        {data?.items.map((followed) => (
          <li key={followed.question?.id ?? followed.person?.id ?? followed.space?.slug}>
            <FollowedRow followed={followed} />
          </li>
        ))}
      </ol>
      {data ? (
        <Pager
          page={data.page}
          pages={data.pages}
          linkTo={(next) => linkTo({ ...search, page: next })}
        />
      ) : null}
    </>
  );
}

function Nothing({ kind }: { kind: 'questions' | 'people' | 'spaces' }) {
  const { t } = useLingui();
  const words = {
    questions: t`Press Follow below a question to be told of new answers.`,
    people: t`Press Follow on somebody's profile to be told what they ask.`,
    spaces: t`Press Follow on a space's page to be told what is asked there.`,
  };
  return (
    <EmptyState icon={<Bell size={28} />} title={t`Nothing here yet`}>
      {words[kind]}
    </EmptyState>
  );
}
