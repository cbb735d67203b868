import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Mail } from 'lucide-react';
import { keptMailsQuery } from '@/api/mails';
import { useMe } from '@/api/me';
import { KeptMailRow } from '@/features/mails/kept-mail-row';
import { NotFound } from '@/ui/helpful-page';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states';

/** For the administrator of a run without a mail server: the mails it would have sent. */
export function MailsPage() {
  const { t } = useLingui();
  const me = useMe();
  if (me === null || (me && !me.permissions.administer)) return <NotFound />;
  return (
    <Page title={t`E-mails`}>
      <PageHeader
        title={t`E-mails`}
        subtitle={t`There is no mail server, so they are kept here instead of sent. Only you see them, on this machine.`}
      />
      {me ? <Mails /> : <SkeletonRows rows={4} height={80} />}
    </Page>
  );
}

function Mails() {
  const { t } = useLingui();
  const { data, error, refetch, isPending } = useQuery(keptMailsQuery);
  if (isPending) return <SkeletonRows rows={4} height={80} />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data.items.length === 0) {
    return (
      <EmptyState icon={<Mail size={28} />} title={t`No e-mails yet`}>
        {t`When something reaches somebody's inbox, the e-mail about it shows here within a minute.`}
      </EmptyState>
    );
  }
  return data.items.map((mail) => <KeptMailRow key={mail.id} mail={mail} />);
}
