import { useLingui } from '@lingui/react/macro';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { feedAddress } from '@/api/feeds';
import { searchQuery } from '@/api/search';
import { FeedAction } from '@/features/feeds/feed-action';
import { ActiveFilters } from '@/features/search/active-filters';
import { Facets } from '@/features/search/facets';
import { Results } from '@/features/search/results';
import { narrowed, type SearchAddress, searchFilter } from '@/features/search/search-address';
import { SearchBox } from '@/features/search/search-box';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { ResultsBar } from './results-bar';
import { isAsked } from './search-route';

const route = getRouteApi('/search');

/** The feed knows fewer filters than the page, and only posts. */
function searchFeed({ q, kind, space, tag, state }: SearchAddress): string {
  const posts = kind === 'question' || kind === 'answer' ? kind : undefined;
  return feedAddress('search', { q, kind: posts, space, tag, state });
}

export function SearchPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const address = route.useSearch();
  const asked = isAsked(address);
  const hasRail = useMediaQuery('(min-width: 75em)', true, { getInitialValueInEffect: false });
  const { data } = useQuery({ ...searchQuery(searchFilter(address)), enabled: asked });
  const title = address.q ? t`Results for “${address.q}”` : t`Search`;
  const facets = asked && data?.total ? <Facets address={address} facets={data.facets} /> : null;
  return (
    <Page title={title} rail={hasRail ? facets : null}>
      <PageHeader title={title} />
      <SearchBox
        words={address.q ?? ''}
        onSearch={(words) =>
          void navigate({ to: '/search', search: narrowed(address, { q: words || undefined }) })
        }
      />
      <ActiveFilters address={address} />
      {asked ? (
        <>
          <ResultsBar address={address} result={data} facets={hasRail ? null : facets} />
          <Results address={address} />
          <FeedAction name={title} feed={searchFeed(address)} />
        </>
      ) : null}
    </Page>
  );
}
