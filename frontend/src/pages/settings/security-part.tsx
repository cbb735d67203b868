import { Personal } from '@/features/settings/part';
import { PasswordForm } from '@/features/settings/password-form';
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
