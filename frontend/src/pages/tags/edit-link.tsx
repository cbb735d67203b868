import { useLingui } from '@lingui/react/macro';
import { Button, Tooltip } from '@mantine/core';
import { Pencil } from 'lucide-react';
import { useMe } from '@/api/me';
import type { Tag } from '@/api/tags';
import { ButtonLink } from '@/ui/button-link';
import { toast } from '@/ui/toast';

/** Leads to the form; where the server refuses, it stays reachable and says why. */
export function EditLink({ tag }: { tag: Tag }) {
  const { t } = useLingui();
  const me = useMe();
  const { allowed, reason } = tag.can.edit;
  if (!me) return null;
  const icon = <Pencil size={15} aria-hidden />;
  if (allowed) {
    return (
      <ButtonLink
        to="/tags/$name/edit"
        params={{ name: tag.name }}
        variant="default"
        leftSection={icon}
      >{t`Edit wiki`}</ButtonLink>
    );
  }
  return (
    <Tooltip label={reason} multiline maw={260}>
      <Button
        variant="default"
        aria-disabled
        data-disabled
        leftSection={icon}
        onClick={() => toast.info(reason)}
      >{t`Edit wiki`}</Button>
    </Tooltip>
  );
}
