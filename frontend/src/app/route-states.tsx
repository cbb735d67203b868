import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { ErrorPage } from '@/ui/helpful-page';
import { Page } from '@/ui/page';
import { SkeletonRows } from '@/ui/states';

export function RoutePending() {
  const { t } = useLingui();
  return (
    <Page title={t`Loading`}>
      <SkeletonRows rows={6} height={126} />
    </Page>
  );
}

export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const retry = () => {
    void queryClient.resetQueries();
    reset();
    void router.invalidate();
  };
  return <ErrorPage error={error} onRetry={retry} />;
}
