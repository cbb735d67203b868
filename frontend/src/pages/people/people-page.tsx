import { Plural, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, linkOptions, useNavigate } from '@tanstack/react-router';
import { userListQuery } from '@/api/users';
import { PeopleGrid } from '@/features/people/people-grid';
import { FilterField } from '@/ui/filter-field';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { SegmentedLinks } from '@/ui/segmented-links';
import { type PeopleSearch, peopleFilter } from './people-route';

const route = getRouteApi('/people');

export function PeoplePage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const search = route.useSearch();
  const filter = peopleFilter(search);
  const { data } = useQuery(userListQuery(filter));
  const narrow = (words: string) =>
    void navigate({
      to: '/people',
      search: { ...search, q: words || undefined, page: undefined },
      replace: true,
    });
  return (
    <Page title={t`People`} width="wide">
      <PageHeader
        title={t`People`}
        subtitle={data ? <Plural value={data.total} one="# person" other="# people" /> : ' '}
        actions={
          <>
            <FilterField
              words={search.q ?? ''}
              onFilter={narrow}
              label={t`Filter the people by name`}
              placeholder={t`Filter by name`}
            />
            <Orders search={search} />
          </>
        }
      />
      <PeopleGrid
        filter={filter}
        linkTo={(page) => linkOptions({ to: '/people', search: { ...search, page } })}
      />
    </Page>
  );
}

function Orders({ search }: { search: PeopleSearch }) {
  const { t } = useLingui();
  const orders = [
    { sort: 'reputation' as const, label: t`Reputation` },
    { sort: 'newest' as const, label: t`Newest` },
    { sort: 'name' as const, label: t`Name` },
  ];
  return (
    <SegmentedLinks
      label={t`Order of the people`}
      segments={orders.map(({ sort, label }) => ({
        label,
        active: sort === (search.sort ?? 'reputation'),
        link: linkOptions({ to: '/people', search: { ...search, sort, page: undefined } }),
      }))}
    />
  );
}
