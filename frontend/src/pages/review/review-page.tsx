import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, linkOptions, useLocation } from '@tanstack/react-router';
import { CircleCheck, LogIn } from 'lucide-react';
import { useMe } from '@/api/me';
import { heldQuery, type QueueName, type ReviewQueue, reviewQueuesQuery } from '@/api/reviews';
import { Desk } from '@/features/review/desk';
import { useReviewWords } from '@/features/review/use-review-words';
import { ButtonLink } from '@/ui/button-link';
import { NoAccess } from '@/ui/helpful-page';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states';
import { TabLinks } from '@/ui/tab-links';
import { SuggestedEdit } from './suggested-edit';

const route = getRouteApi('/review');

/** The queues of what somebody should look at, one item at a time. */
export function ReviewPage() {
  const { t } = useLingui();
  const me = useMe();
  const next = useLocation({ select: (location) => location.href });
  const { data, error, refetch } = useQuery({ ...reviewQueuesQuery, enabled: Boolean(me) });
  const open = data?.items.filter(({ can }) => can.review.allowed) ?? [];
  if (data && open.length === 0) return <NoAccess reason={data.items.at(-1)?.can.review.reason} />;
  return (
    <Page title={t`Review`}>
      <PageHeader
        bare
        title={t`Review`}
        subtitle={t`What somebody should look at. What you see nobody else is given for ten minutes.`}
        actions={
          me ? (
            <ButtonLink to="/review/decisions" variant="default">{t`Decisions`}</ButtonLink>
          ) : null
        }
      />
      {me === null ? (
        <EmptyState
          icon={<LogIn size={26} />}
          title={t`Sign in to review`}
          action={<ButtonLink to="/sign-in" search={{ next }}>{t`Sign in`}</ButtonLink>}
        />
      ) : null}
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {open.length > 0 ? <Queues open={open} /> : null}
      {me !== null && !data && !error ? <SkeletonRows rows={4} height={120} /> : null}
    </Page>
  );
}

function Queues({ open }: { open: ReviewQueue[] }) {
  const { t } = useLingui();
  const words = useReviewWords();
  const search = route.useSearch();
  const busiest = open.find(({ waiting }) => waiting > 0) ?? open[0];
  const current = open.find(({ queue }) => queue === search.queue) ?? busiest;
  if (!current) return null;
  return (
    <>
      <TabLinks
        label={t`Queues`}
        tabs={open.map(({ queue, waiting }) => ({
          label: words.queues[queue],
          count: waiting,
          active: queue === current.queue,
          link: linkOptions({ to: '/review', search: { queue } }),
        }))}
      />
      <Held key={current.queue} queue={current.queue} />
    </>
  );
}

function Held({ queue }: { queue: QueueName }) {
  const { t } = useLingui();
  const { data: item, error, refetch, isPending } = useQuery(heldQuery(queue));
  if (isPending) return <SkeletonRows rows={3} height={140} />;
  if (item) {
    const { suggestion } = item;
    const change = suggestion ? <SuggestedEdit suggestion={suggestion} /> : null;
    return <Desk key={item.id} queue={queue} item={item} change={change} />;
  }
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <EmptyState
      icon={<CircleCheck size={28} />}
      title={t`Nothing waits here`}
      action={<ButtonLink to="/questions" variant="default">{t`All questions`}</ButtonLink>}
    >
      {t`Everything in this queue is decided, or somebody else is looking at it just now.`}
    </EmptyState>
  );
}
