import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { organisationQuery } from '@/api/organisation';
import { Frame } from '@/features/session/frame';
import { SignInForm } from '@/features/session/sign-in-form';
import { useLeaveWhenSignedIn } from '@/features/session/use-leave-when-signed-in';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { t } = useLingui();
  const { next } = route.useSearch();
  const { data } = useQuery(organisationQuery);
  useLeaveWhenSignedIn(next);
  return (
    <Page title={t`Sign in`} width="wide">
      <PageHeader title={t`Sign in`} subtitle={data?.name ?? ' '} />
      <Frame
        other={
          data?.registrationOpen === false ? (
            t`No account, or the password forgotten? Ask your administrator.`
          ) : (
            <Trans>
              No account yet?{' '}
              <Link to="/register" search={{ next }}>
                Register
              </Link>
              . Password forgotten? Ask your administrator.
            </Trans>
          )
        }
      >
        <SignInForm />
      </Frame>
    </Page>
  );
}
