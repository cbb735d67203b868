import { PasswordForm } from '@/features/settings/password-form';
import { Personal } from '@/features/settings/personal';
import { Sessions } from '@/features/settings/sessions';

export function SecurityPart() {
  return (
    <Personal>
      {(me) => (
        <>
          <PasswordForm email={me.email} />
          <Sessions />
        </>
      )}
    </Personal>
  );
}
