import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, linkOptions, useNavigate } from '@tanstack/react-router';
import { ClipboardList } from 'lucide-react';
import { useMe } from '@/api/me';
import { auditsQuery } from '@/api/reviews';
import { AuditRow } from '@/features/review/audit-row';
import { useReviewWords } from '@/features/review/use-review-words';
import { ButtonLink } from '@/ui/button-link';
import { FilterField } from '@/ui/filter-field';
import { NotFound } from '@/ui/helpful-page';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { Pager } from '@/ui/pager';
import { SegmentedLinks } from '@/ui/segmented-links';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states';
import { auditsFilter, queueNames } from './review-route';

const route = getRouteApi('/review/decisions');

/** Who decided what in the queues and when: everybody's for moderators, one's own for others. */
export function DecisionsPage() {
  const { t } = useLingui();
  const me = useMe();
  const search = route.useSearch();
  const navigate = useNavigate();
  const words = useReviewWords();
  if (me === null) return <NotFound />;
  const everybodys = me?.permissions.moderate ?? false;
  const segment = (label: string, queue: typeof search.queue) => ({
    label,
    active: search.queue === queue,
    link: linkOptions({ to: '/review/decisions', search: { ...search, queue, page: undefined } }),
  });
  return (
    <Page title={t`Decisions`}>
      <PageHeader
        title={t`Decisions`}
        subtitle={
          everybodys
            ? t`Who decided what in the review queues.`
            : t`What you decided in the review queues.`
        }
        actions={
          <>
            {everybodys ? (
              <FilterField
                words={search.person ?? ''}
                onFilter={(person) =>
                  void navigate({
                    to: '/review/decisions',
                    search: { ...search, person: person || undefined, page: undefined },
                    replace: true,
                  })
                }
                label={t`Decisions of one person`}
                placeholder={t`Name after the @`}
              />
            ) : null}
            <ButtonLink to="/review" variant="default">{t`Review`}</ButtonLink>
          </>
        }
      />
      <SegmentedLinks
        label={t`Queues`}
        segments={[
          segment(t`All`, undefined),
          ...queueNames.map((queue) => segment(words.queues[queue], queue)),
        ]}
      />
      {me ? <Audits /> : <SkeletonRows rows={5} height={84} />}
    </Page>
  );
}

function Audits() {
  const { t } = useLingui();
  const search = route.useSearch();
  const { data, error, refetch, isPending } = useQuery(auditsQuery(auditsFilter(search)));
  if (isPending) return <SkeletonRows rows={5} height={84} />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data.items.length === 0) {
    return (
      <EmptyState icon={<ClipboardList size={28} />} title={t`Nothing was decided yet`}>
        {t`Each decision in a review queue stays here, with who made it and when.`}
      </EmptyState>
    );
  }
  return (
    <>
      <ol>
        {data.items.map((audit) => (
          <li key={`${audit.itemId} ${audit.by.id}`}>
            <AuditRow audit={audit} />
          </li>
        ))}
      </ol>
      <Pager
        page={data.page}
        pages={data.pages}
        linkTo={(page) => linkOptions({ to: '/review/decisions', search: { ...search, page } })}
      />
    </>
  );
}
