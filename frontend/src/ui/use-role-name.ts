import { useLingui } from '@lingui/react/macro';

type Role = 'admin' | 'manager' | 'moderator' | 'member';

/** What a role is called. */
export function useRoleName(): (role: Role) => string {
  const { t } = useLingui();
  return (role) => {
    switch (role) {
      case 'admin':
        return t`Administrator`;
      case 'manager':
        return t`Manager`;
      case 'moderator':
        return t`Moderator`;
      case 'member':
        return t`Member`;
    }
  };
}
