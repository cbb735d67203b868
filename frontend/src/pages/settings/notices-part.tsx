import { DesktopNotices } from '@/features/settings/desktop-notices';
import { Personal } from '@/features/settings/part';

export function NoticesPart() {
  return <Personal>{() => <DesktopNotices />}</Personal>;
}
