import { Plural, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, linkOptions, useNavigate } from '@tanstack/react-router';
import { tagListQuery } from '@/api/tags';
import { TagFilterField } from '@/features/tags/tag-filter';
import { TagGrid } from '@/features/tags/tag-grid';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { SegmentedLinks } from '@/ui/segmented-links';
import { type TagsSearch, tagFilter } from './tags-route';

const route = getRouteApi('/tags');

export function TagsPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const search = route.useSearch();
  const filter = tagFilter(search);
  const { data } = useQuery(tagListQuery(filter));
  return (
    <Page title={t`Tags`} width="wide">
      <PageHeader
        title={t`Tags`}
        subtitle={data ? <Plural value={data.total} one="# tag" other="# tags" /> : ' '}
        actions={
          <>
            <TagFilterField
              words={search.q ?? ''}
              onFilter={(words) =>
                void navigate({
                  to: '/tags',
                  search: { ...search, q: words || undefined, page: undefined },
                  replace: true,
                })
              }
            />
            <Orders search={search} />
          </>
        }
      />
      <TagGrid
        filter={filter}
        linkTo={(page) => linkOptions({ to: '/tags', search: { ...search, page } })}
      />
    </Page>
  );
}

function Orders({ search }: { search: TagsSearch }) {
  const { t } = useLingui();
  const orders = [
    { sort: 'popular' as const, label: t`Popular` },
    { sort: 'name' as const, label: t`Name` },
    { sort: 'newest' as const, label: t`Newest` },
  ];
  return (
    <SegmentedLinks
      label={t`Order of the tags`}
      segments={orders.map(({ sort, label }) => ({
        label,
        active: sort === (search.sort ?? 'popular'),
        link: linkOptions({ to: '/tags', search: { ...search, sort, page: undefined } }),
      }))}
    />
  );
}
