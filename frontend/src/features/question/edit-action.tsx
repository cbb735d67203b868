import { useLingui } from '@lingui/react/macro';
import { useMe } from '@/api/me';
import type { Permission } from '@/api/types';
import { TextAction, TextLink } from '@/ui/text-action';

interface EditActionProps {
  kind: 'question' | 'answer';
  id: number;
  can: { edit: Permission; suggest: Permission };
}

/** Leads to the edit page, where who lacks the privilege suggests an edit; a visitor sees nothing. */
export function EditAction({ kind, id, can: { edit, suggest } }: EditActionProps) {
  const { t } = useLingui();
  const me = useMe();
  if (!me) return null;
  if (!(edit.allowed || suggest.allowed))
    return <TextAction permission={suggest}>{t`Edit`}</TextAction>;
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
