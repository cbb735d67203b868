import { useLingui } from '@lingui/react/macro';
import { Link2Off } from 'lucide-react';
import { ClaimForm } from '@/features/session/claim-form';
import { useClaimToken } from '@/features/session/use-claim-token';
import { ButtonLink } from '@/ui/button-link';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { EmptyState } from '@/ui/states';

/** Where the link of an invitation leads: the person chooses a password and is signed in. */
export function ClaimPage() {
  const { t } = useLingui();
  const token = useClaimToken();
  if (!token) return <Incomplete />;
  return (
    <Page title={t`Take over your account`}>
      <PageHeader
        title={t`Take over your account`}
        subtitle={t`What you wrote in the former system is here already. Choose a password, and it is yours.`}
      />
      <ClaimForm token={token} />
    </Page>
  );
}

function Incomplete() {
  const { t } = useLingui();
  const title = t`This link is not complete`;
  return (
    <Page title={title}>
      <EmptyState
        page
        icon={<Link2Off size={28} />}
        title={title}
        action={<ButtonLink to="/sign-in" variant="default">{t`Sign in`}</ButtonLink>}
      >
        {t`Open it from the message once more, or copy all of it into the address bar. If that does not help, ask your administrator for a new one.`}
      </EmptyState>
    </Page>
  );
}
