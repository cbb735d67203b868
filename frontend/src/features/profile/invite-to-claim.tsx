import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { UserCheck } from 'lucide-react';
import { Suspense, useState } from 'react';
import { lazyPart } from '@/lib/lazy';

const InviteDialog = lazyPart(() => import('./invite-dialog'), 'InviteDialog');

/** For an administrator, on the profile of an imported person whom nobody has claimed yet. */
export function InviteToClaim({ person }: { person: { id: number; name: string } }) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<UserCheck size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >{t`Invite to claim`}</Button>
      <Suspense>
        {opened ? <InviteDialog person={person} onClose={() => setOpened(false)} /> : null}
      </Suspense>
    </>
  );
}
