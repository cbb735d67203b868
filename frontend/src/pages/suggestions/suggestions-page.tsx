import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, linkOptions, useLocation } from '@tanstack/react-router';
import { LogIn, PencilLine } from 'lucide-react';
import { useMe } from '@/api/me';
import { suggestionsQuery } from '@/api/suggestions';
import { SuggestionRow } from '@/features/suggestions/suggestion-row';
import classes from '@/features/suggestions/suggestions.module.css';
import { ButtonLink } from '@/ui/button-link';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { Pager } from '@/ui/pager';
import { SegmentedLinks } from '@/ui/segmented-links';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states';
import { type SuggestionsSearch, suggestionsFilter } from './suggestions-route';

const route = getRouteApi('/suggestions');

export function SuggestionsPage() {
  const { t } = useLingui();
  const me = useMe();
  const next = useLocation({ select: (location) => location.href });
  const search = route.useSearch();
  return (
    <Page title={t`Suggested edits`}>
      <PageHeader title={t`Suggested edits`} actions={me ? <Views search={search} /> : null} />
      {me === undefined ? <SkeletonRows rows={4} height={110} /> : null}
      {me === null ? (
        <EmptyState
          icon={<LogIn size={26} />}
          title={t`Sign in to see suggested edits`}
          action={<ButtonLink to="/sign-in" search={{ next }}>{t`Sign in`}</ButtonLink>}
        >
          {t`Here you decide about edits that others suggest, and see what became of your own.`}
        </EmptyState>
      ) : null}
      {me ? <List search={search} /> : null}
    </Page>
  );
}

function Views({ search: { view } }: { search: SuggestionsSearch }) {
  const { t } = useLingui();
  const to = '/suggestions';
  return (
    <SegmentedLinks
      label={t`Which suggestions`}
      segments={[
        { label: t`To decide`, active: !view, link: linkOptions({ to }) },
        {
          label: t`My suggestions`,
          active: view === 'mine',
          link: linkOptions({ to, search: { view: 'mine' } }),
        },
      ]}
    />
  );
}

function List({ search }: { search: SuggestionsSearch }) {
  const { data, error, refetch, isPending } = useQuery(suggestionsQuery(suggestionsFilter(search)));
  if (isPending) return <SkeletonRows rows={4} height={110} />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data.items.length === 0) return <Nothing search={search} />;
  return (
    <>
      <ol className={classes.rows}>
        {data.items.map((suggestion) => (
          <li key={suggestion.id}>
            <SuggestionRow suggestion={suggestion} />
          </li>
        ))}
      </ol>
      <Pager
        page={data.page}
        pages={data.pages}
        linkTo={(page) => linkOptions({ to: '/suggestions', search: { ...search, page } })}
      />
    </>
  );
}

function Nothing({ search: { view } }: { search: SuggestionsSearch }) {
  const { t } = useLingui();
  const action = <ButtonLink to="/questions" variant="default">{t`All questions`}</ButtonLink>;
  const icon = <PencilLine size={28} />;
  if (view === 'mine') {
    return (
      <EmptyState icon={icon} title={t`You have not suggested an edit yet`} action={action}>
        {t`Press Edit below a question or an answer, change what could be better, and its author decides. An accepted suggestion earns 2 reputation.`}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={icon} title={t`Nothing waits for your decision`} action={action}>
      {t`Edits of what you wrote, and of everything once you may edit it, wait here until you accept or reject them.`}
    </EmptyState>
  );
}
