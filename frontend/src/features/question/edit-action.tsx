import { useLingui } from '@lingui/react/macro';
import { useMe } from '@/api/me';
import type { Permission } from '@/api/types';
import { TextAction, TextLink } from '@/ui/text-action';

interface EditActionProps {
  kind: 'question' | 'answer';
  id: number;
  permission: Permission;
}

/** Leads to the edit page; who lacks the privilege sees what it takes, and a visitor sees nothing. */
export function EditAction({ kind, id, permission }: EditActionProps) {
  const { t } = useLingui();
  const me = useMe();
  if (!me) return null;
  if (!permission.allowed) return <TextAction permission={permission}>{t`Edit`}</TextAction>;
  return (
    <TextLink
      to={kind === 'question' ? '/questions/$id/edit' : '/answers/$id/edit'}
      params={{ id: String(id) }}
      data-key="e"
    >
      {t`Edit`}
    </TextLink>
  );
}
