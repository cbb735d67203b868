import { Plural, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, linkOptions, useLocation, useNavigate } from '@tanstack/react-router';
import { Bookmark, LogIn, SearchX } from 'lucide-react';
import { useMe } from '@/api/me';
import { saveListsQuery, savesQuery } from '@/api/saves';
import { ListsPanel } from '@/features/saves/lists-panel';
import { SavedList } from '@/features/saves/saved-list';
import { useListName } from '@/features/saves/use-list-name';
import { ButtonLink } from '@/ui/button-link';
import { FilterField } from '@/ui/filter-field';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { type Segment, SegmentedLinks } from '@/ui/segmented-links';
import { EmptyState, SkeletonRows } from '@/ui/states';
import classes from './saves-page.module.css';
import { type SavesSearch, savesFilter } from './saves-route';

const route = getRouteApi('/saves');

export function SavesPage() {
  const { t } = useLingui();
  const me = useMe();
  const next = useLocation({ select: (location) => location.href });
  if (me) return <Saves />;
  return (
    <Page title={t`Saved`}>
      <PageHeader title={t`Saved`} />
      {me === undefined ? (
        <SkeletonRows rows={5} height={140} />
      ) : (
        <EmptyState
          icon={<LogIn size={26} />}
          title={t`Sign in to see what you saved`}
          action={<ButtonLink to="/sign-in" search={{ next }}>{t`Sign in`}</ButtonLink>}
        >
          {t`What you save is kept in your account, and only you see it.`}
        </EmptyState>
      )}
    </Page>
  );
}

function Saves() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = useNavigate();
  const filter = savesFilter(search);
  const { data } = useQuery(savesQuery(filter));
  return (
    <Page title={t`Saved`} rail={<ListsPanel current={search.list} />}>
      <PageHeader
        title={t`Saved`}
        subtitle={data ? <Plural value={data.total} one="# post" other="# posts" /> : ' '}
        actions={
          <FilterField
            words={search.q ?? ''}
            onFilter={(q) =>
              void navigate({
                to: '/saves',
                search: { ...search, q: q || undefined, page: undefined },
                replace: true,
              })
            }
            label={t`Search in what you saved`}
            placeholder={t`Title, text or note`}
          />
        }
      />
      <Lists search={search} />
      <SavedList
        filter={filter}
        empty={<Nothing search={search} />}
        linkTo={(page) => linkOptions({ to: '/saves', search: { ...search, page } })}
      />
    </Page>
  );
}

/** The choice of a list; there is none to make while everything lies in the default one. */
function Lists({ search }: { search: SavesSearch }) {
  const { t } = useLingui();
  const nameOf = useListName();
  const { data } = useQuery(saveListsQuery);
  if (!data || data.items.length < 2) return null;
  const segment = (label: string, list: number | undefined): Segment => ({
    label,
    active: search.list === list,
    link: linkOptions({ to: '/saves', search: { ...search, list, page: undefined } }),
  });
  return (
    <div className={classes.lists}>
      <SegmentedLinks
        label={t`Lists`}
        segments={[
          segment(t`All`, undefined),
          ...data.items.map((list) => segment(nameOf(list), list.id)),
        ]}
      />
    </div>
  );
}

function Nothing({ search }: { search: SavesSearch }) {
  const { t } = useLingui();
  if (search.q) {
    return (
      <EmptyState icon={<SearchX size={28} />} title={t`Nothing you saved holds these words`}>
        {t`The words are looked for in titles, texts and your notes. Try fewer, or all lists.`}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Bookmark size={28} />}
      title={search.list === undefined ? t`You have not saved anything yet` : t`Nothing here yet`}
      action={<ButtonLink to="/questions" variant="default">{t`All questions`}</ButtonLink>}
    >
      {t`Press the bookmark beside a question or an answer, and find it here again, with a note of yours if you like.`}
    </EmptyState>
  );
}
