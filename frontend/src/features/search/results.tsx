import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { linkOptions } from '@tanstack/react-router';
import { SearchX } from 'lucide-react';
import { searchQuery } from '@/api/search';
import { ButtonLink } from '@/ui/button-link';
import { Pager } from '@/ui/pager';
import { StaleNotice } from '@/ui/stale-notice';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states';
import { EngineNotice } from './engine-notice';
import { HitRow } from './hit-row';
import classes from './results.module.css';
import { narrowing, type SearchAddress, searchFilter, widened } from './search-address';

/** A page of results in all its states. */
export function Results({ address }: { address: SearchAddress }) {
  const { data, error, refetch, isPending, isPlaceholderData } = useQuery(
    searchQuery(searchFilter(address)),
  );
  if (isPending) return <SkeletonRows rows={8} height={119} />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <StaleNotice error={error} onRetry={() => void refetch()} />
      {data.engine === 'database' ? (
        <div className={classes.notice}>
          <EngineNotice />
        </div>
      ) : null}
      {data.items.length === 0 ? (
        <NothingFound address={address} />
      ) : (
        <ol className={classes.list} aria-busy={isPlaceholderData}>
          {data.items.map((hit) => (
            <li key={`${hit.kind}-${hit.id}`}>
              <HitRow hit={hit} />
            </li>
          ))}
        </ol>
      )}
      <Pager
        page={data.page}
        pages={data.pages}
        linkTo={(page) => linkOptions({ to: '/search', search: { ...address, page } })}
      />
    </>
  );
}

/** What to do when nothing is found: search wider, or ask. */
function NothingFound({ address }: { address: SearchAddress }) {
  const { t } = useLingui();
  const narrow = narrowing.some((name) => address[name]);
  return (
    <EmptyState
      icon={<SearchX size={28} />}
      title={t`Nothing was found`}
      action={
        <div className={classes.ways}>
          {narrow ? (
            <ButtonLink
              to="/search"
              search={widened(address)}
              activeOptions={{ exact: true }}
              variant="default"
            >
              {t`Remove all filters`}
            </ButtonLink>
          ) : null}
          <ButtonLink to="/questions/ask" search={{ title: address.q }}>
            {t`Ask this question`}
          </ButtonLink>
        </div>
      }
    >
      {narrow
        ? t`With the filters in use nothing is left. Remove them, or ask: colleagues may know.`
        : t`Try fewer or other words. If nobody has asked this before, be the first: colleagues may know.`}
    </EmptyState>
  );
}
