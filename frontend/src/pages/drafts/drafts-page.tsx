import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { LogIn, PencilLine } from 'lucide-react';
import { draftsQuery } from '@/api/drafts';
import { useMe } from '@/api/me';
import { DraftRow } from '@/features/drafts/draft-row';
import { ButtonLink } from '@/ui/button-link';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states';

export function DraftsPage() {
  const { t } = useLingui();
  const me = useMe();
  return (
    <Page title={t`Drafts`}>
      <PageHeader
        title={t`Drafts`}
        subtitle={t`What you have begun to write. Only you see it; 90 days after its last change it is forgotten.`}
      />
      {me === undefined ? <SkeletonRows rows={3} height={120} /> : null}
      {me === null ? <SignInFirst /> : null}
      {me ? <Drafts /> : null}
    </Page>
  );
}

function SignInFirst() {
  const { t } = useLingui();
  const next = useLocation({ select: (location) => location.href });
  return (
    <EmptyState
      icon={<LogIn size={26} />}
      title={t`Sign in to see your drafts`}
      action={<ButtonLink to="/sign-in" search={{ next }}>{t`Sign in`}</ButtonLink>}
    >
      {t`What you type while you are signed in is kept in your account as well as in your browser.`}
    </EmptyState>
  );
}

function Drafts() {
  const { t } = useLingui();
  const { data, error, refetch, isPending } = useQuery(draftsQuery);
  if (isPending) return <SkeletonRows rows={3} height={120} />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data.items.length === 0) {
    return (
      <EmptyState
        icon={<PencilLine size={28} />}
        title={t`You have no drafts`}
        action={<ButtonLink to="/questions/ask" variant="default">{t`Ask a question`}</ButtonLink>}
      >
        {t`Whatever you write is kept here while you write it, until you post it.`}
      </EmptyState>
    );
  }
  return (
    <ol>
      {data.items.map((draft) => (
        <li key={draft.place}>
          <DraftRow draft={draft} />
        </li>
      ))}
    </ol>
  );
}
