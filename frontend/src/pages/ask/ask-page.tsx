import { useLingui } from '@lingui/react/macro';
import { useLocation } from '@tanstack/react-router';
import { LogIn } from 'lucide-react';
import { useMe } from '@/api/me';
import { ButtonLink } from '@/ui/button-link';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { EmptyState, SkeletonRows } from '@/ui/states';
import { AskForm } from './ask-form';

export function AskPage() {
  const { t } = useLingui();
  const me = useMe();
  const next = useLocation({ select: (location) => location.href });
  if (me) return <AskForm key={me.id} me={me} />;
  return (
    <Page title={t`Ask a question`}>
      <PageHeader title={t`Ask a question`} />
      {me === undefined ? (
        <SkeletonRows rows={3} height={126} />
      ) : (
        <EmptyState
          icon={<LogIn size={26} />}
          title={t`Sign in to ask`}
          action={<ButtonLink to="/sign-in" search={{ next }}>{t`Sign in`}</ButtonLink>}
        >
          {t`A question carries your name, so that colleagues know whom they help.`}
        </EmptyState>
      )}
    </Page>
  );
}
