import { Personal } from '@/features/settings/part';
import { ProfileForm } from './profile-form';

export function ProfilePart() {
  return <Personal>{(me) => <ProfileForm key={me.id} me={me} />}</Personal>;
}
