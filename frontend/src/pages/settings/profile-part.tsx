import { Personal } from '@/features/settings/personal';
import { ProfileForm } from './profile-form';

export function ProfilePart() {
  return <Personal>{(me) => <ProfileForm key={me.id} me={me} />}</Personal>;
}
