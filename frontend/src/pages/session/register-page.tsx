import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { DoorClosed } from 'lucide-react';
import { organisationQuery } from '@/api/organisation';
import { Frame } from '@/features/session/frame';
import { RegisterForm } from '@/features/session/register-form';
import { useLeaveWhenSignedIn } from '@/features/session/use-leave-when-signed-in';
import { ButtonLink } from '@/ui/button-link';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { EmptyState } from '@/ui/states';

const route = getRouteApi('/register');

export function RegisterPage() {
  const { t } = useLingui();
  const { next } = route.useSearch();
  const { data } = useQuery(organisationQuery);
  useLeaveWhenSignedIn(next);
  if (data?.registrationOpen === false) return <Closed />;
  return (
    <Page title={t`Register`} width="wide">
      <PageHeader title={t`Register`} subtitle={data?.name ?? ' '} />
      <Frame
        other={
          <Trans>
            You have an account already?{' '}
            <Link to="/sign-in" search={{ next }}>
              Sign in
            </Link>
          </Trans>
        }
      >
        <RegisterForm />
      </Frame>
    </Page>
  );
}

function Closed() {
  const { t } = useLingui();
  const title = t`Registration is closed`;
  return (
    <Page title={title}>
      <EmptyState
        page
        icon={<DoorClosed size={28} />}
        title={title}
        action={<ButtonLink to="/sign-in" variant="default">{t`Sign in`}</ButtonLink>}
      >
        {t`Accounts are made by your administrator here. Ask them for yours, then sign in with it.`}
      </EmptyState>
    </Page>
  );
}
