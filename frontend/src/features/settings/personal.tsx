import { useLingui } from '@lingui/react/macro';
import { useLocation } from '@tanstack/react-router';
import { LockKeyhole } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMe } from '@/api/me';
import type { Me } from '@/api/types';
import { ButtonLink } from '@/ui/button-link';
import { EmptyState, SkeletonRows } from '@/ui/states';

/** What only a signed-in person can set; others are told so, and come back here afterwards. */
export function Personal({ children }: { children: (me: Me) => ReactNode }) {
  const { t } = useLingui();
  const me = useMe();
  const next = useLocation({ select: (location) => location.href });
  if (me === undefined) return <SkeletonRows rows={4} height={80} />;
  if (me) return children(me);
  return (
    <EmptyState
      icon={<LockKeyhole size={28} />}
      title={t`Sign in to see your settings`}
      action={<ButtonLink to="/sign-in" search={{ next }}>{t`Sign in`}</ButtonLink>}
    >
      {t`Appearance and language can be chosen without an account, too.`}
    </EmptyState>
  );
}
