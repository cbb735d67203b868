import { useLingui } from '@lingui/react/macro';
import { Compass, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { ApiProblem } from '@/lib/problem';
import { ButtonLink } from './button-link';
import { Page } from './page';
import { EmptyState, ErrorState, useProblemText } from './states';

function WaysOut({ children }: { children?: ReactNode }) {
  const { t } = useLingui();
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, justifyContent: 'center' }}>
      {children}
      <ButtonLink to="/questions" variant="default">{t`All questions`}</ButtonLink>
      <ButtonLink to="/search" variant="default">{t`Search`}</ButtonLink>
    </div>
  );
}

/** For an address that leads nowhere, or to something this reader may not see. */
export function NotFound() {
  const { t } = useLingui();
  const title = t`This page does not exist`;
  return (
    <Page title={title}>
      <EmptyState page icon={<Compass size={28} />} title={title} action={<WaysOut />}>
        {t`It may have been deleted or moved, or it belongs to a space that you are not a member of. Search finds everything you may read.`}
      </EmptyState>
    </Page>
  );
}

interface NoAccessProps {
  /** The server's words for why. */
  reason?: string;
  /** A way to get access, where there is one: signing in, for example. */
  action?: ReactNode;
}

export function NoAccess({ reason, action }: NoAccessProps) {
  const { t } = useLingui();
  const title = t`You do not have access to this page`;
  return (
    <Page title={title}>
      <EmptyState page icon={<Lock size={28} />} title={title} action={<WaysOut>{action}</WaysOut>}>
        {reason ||
          t`It is meant for people with another role or for members of a space. If you need it for your work, ask the person who sent you here or your administrator.`}
      </EmptyState>
    </Page>
  );
}

interface ErrorPageProps {
  error: unknown;
  onRetry?: () => void;
}

/** The whole page failed: the right one of the three by what the server said. */
export function ErrorPage({ error, onRetry }: ErrorPageProps) {
  const { title } = useProblemText(error);
  if (error instanceof ApiProblem && error.status === 404) return <NotFound />;
  if (error instanceof ApiProblem && error.status === 403)
    return <NoAccess reason={error.detail} />;
  return (
    <Page title={title}>
      <ErrorState page error={error} onRetry={onRetry} />
      <WaysOut />
    </Page>
  );
}
