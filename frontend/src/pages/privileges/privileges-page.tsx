import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useMe } from '@/api/me';
import { type Privileges, privilegesQuery } from '@/api/privileges';
import { HowEarned } from '@/features/privileges/how-earned';
import { PrivilegeRow } from '@/features/privileges/privilege-row';
import { ThresholdForm } from '@/features/privileges/threshold-form';
import { usePresetWords } from '@/features/privileges/use-preset-words';
import { usePrivilegeWords } from '@/features/privileges/use-privilege-words';
import { formatNumber } from '@/lib/format';
import { useLanguage } from '@/lib/use-language';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { StaleNotice } from '@/ui/stale-notice';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states';
import classes from './privileges-page.module.css';

export function PrivilegesPage() {
  const { t } = useLingui();
  const { data, error, refetch, isPending } = useQuery(privilegesQuery);
  const [choosing, setChoosing] = useState(false);
  const mayChoose = data?.can.choose.allowed ?? false;
  return (
    <Page title={t`Privileges`} rail={<HowEarned />}>
      <PageHeader
        title={t`Privileges`}
        subtitle={t`What reputation unlocks. Trust grows with what you contribute.`}
        actions={
          mayChoose && !choosing ? (
            <Button
              variant="default"
              leftSection={<SlidersHorizontal size={16} aria-hidden />}
              onClick={() => setChoosing(true)}
            >{t`Change the thresholds`}</Button>
          ) : null
        }
      />
      {isPending ? <SkeletonRows rows={9} height={80} /> : null}
      {data || isPending ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {data ? (
        <>
          <StaleNotice error={error} onRetry={() => void refetch()} />
          {mayChoose && choosing ? (
            <ThresholdForm privileges={data} onDone={() => setChoosing(false)} />
          ) : null}
          <List privileges={data} />
        </>
      ) : null}
    </Page>
  );
}

function List({ privileges }: { privileges: Privileges }) {
  const { t } = useLingui();
  const me = useMe();
  const preset = usePresetWords()[privileges.preset].name;
  const reputation = me ? privileges.reputation : undefined;
  if (privileges.items.length === 0) {
    return (
      <EmptyState title={t`Nothing has to be unlocked here`}>
        {t`Everybody may do everything that their role allows.`}
      </EmptyState>
    );
  }
  return (
    <>
      {reputation === undefined ? null : <Own privileges={privileges} />}
      <h2 className={classes.heading}>{t`All privileges`}</h2>
      <p className={classes.preset}>{t`Thresholds of this organisation: ${preset}`}</p>
      <ul>
        {privileges.items.map((privilege) => (
          <PrivilegeRow key={privilege.key} privilege={privilege} reputation={reputation} />
        ))}
      </ul>
    </>
  );
}

/** One's reputation, and what comes next. */
function Own({ privileges }: { privileges: Privileges }) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = usePrivilegeWords();
  const reputation = formatNumber(privileges.reputation, language);
  const next = privileges.items
    .filter(({ held }) => !held)
    .sort((one, other) => one.threshold - other.threshold)[0];
  const missing = next ? formatNumber(next.threshold - privileges.reputation, language) : '';
  const name = next ? words(next).name : '';
  return (
    <section className={classes.own} aria-label={t`Your progress`}>
      <p className={classes.figure}>{reputation}</p>
      <div>
        <p className={classes.label}>{t`Your reputation`}</p>
        <p className={classes.next}>
          {next ? (
            <Trans>
              Next: <b>{name}</b>, {missing} more to go
            </Trans>
          ) : (
            t`You have every privilege.`
          )}
        </p>
      </div>
    </section>
  );
}
