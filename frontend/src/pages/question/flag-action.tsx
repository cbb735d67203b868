import { useLingui } from '@lingui/react/macro';
import { Suspense, useRef, useState } from 'react';
import type { FlagTarget } from '@/api/flags';
import type { Comment } from '@/api/types';
import { lazyPart } from '@/lib/lazy';
import { TextAction } from '@/ui/text-action';

const FlagDialog = lazyPart(() => import('@/features/flags/flag-dialog'), 'FlagDialog');

interface FlagActionProps {
  target: FlagTarget;
  permission: { allowed: boolean };
}

/** Calls the moderators to a post or a comment. */
export function FlagAction({ target, permission }: FlagActionProps) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  if (!permission.allowed) return null;
  const close = () => {
    setOpened(false);
    opener.current?.focus();
  };
  return (
    <>
      <TextAction ref={opener} onClick={() => setOpened(true)}>{t`Flag`}</TextAction>
      <Suspense>{opened ? <FlagDialog target={target} onClose={close} /> : null}</Suspense>
    </>
  );
}

/** The same below a comment. */
export function flagComment({ id, can }: Comment) {
  return <FlagAction target={{ kind: 'comment', id }} permission={can.flag} />;
}
