import { FaceChoice } from '@/features/settings/face-choice';
import { Personal } from '@/features/settings/personal';
import { ProfileForm } from './profile-form';

export function ProfilePart() {
  return (
    <Personal>
      {(me) => (
        <>
          <FaceChoice me={me} />
          <ProfileForm key={me.id} me={me} />
        </>
      )}
    </Personal>
  );
}
