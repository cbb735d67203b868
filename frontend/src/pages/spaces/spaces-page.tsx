import { useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { LayoutGrid } from 'lucide-react';
import { spacesQuery } from '@/api/spaces';
import { SpaceCard } from '@/features/spaces/space-card';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { StaleNotice } from '@/ui/stale-notice';
import { EmptyState, ErrorState } from '@/ui/states';
import classes from './spaces-page.module.css';

export function SpacesPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Spaces`} width="wide">
      <PageHeader
        title={t`Spaces`}
        subtitle={t`Where questions live. You see the spaces that you may read.`}
      />
      <SpaceGrid />
    </Page>
  );
}

function SpaceGrid() {
  const { t } = useLingui();
  const { data, error, refetch, isPending } = useQuery(spacesQuery);
  if (isPending) return <Waiting />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data.items.length === 0) {
    return (
      <EmptyState icon={<LayoutGrid size={28} />} title={t`There is no space that you may read`}>
        {t`Sign in, or ask your administrator which spaces are meant for you.`}
      </EmptyState>
    );
  }
  return (
    <>
      <StaleNotice error={error} onRetry={() => void refetch()} />
      <ul className={classes.grid}>
        {data.items.map((space) => (
          <li key={space.slug}>
            <SpaceCard space={space} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Waiting() {
  const { t } = useLingui();
  return (
    <div role="status" aria-label={t`Loading`} className={classes.grid}>
      {Array.from({ length: 6 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders are all alike
        <Skeleton key={index} height={142} radius={8} />
      ))}
    </div>
  );
}
