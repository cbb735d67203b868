import { useLingui } from '@lingui/react/macro';
import { useLocation } from '@tanstack/react-router';
import { LockKeyhole } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useMe } from '@/api/me';
import type { Me } from '@/api/types';
import { ButtonLink } from '@/ui/button-link';
import { EmptyState, SkeletonRows } from '@/ui/states';
import classes from './part.module.css';

interface PartProps {
  title: string;
  hint?: string;
  children: ReactNode;
}

/** A titled part of the settings. */
export function Part({ title, hint, children }: PartProps) {
  const id = useId();
  return (
    <section className={classes.part} aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      {hint ? <p className={classes.hint}>{hint}</p> : null}
      <div className={classes.body}>{children}</div>
    </section>
  );
}

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
