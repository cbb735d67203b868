import { MailChoices } from '@/features/mails/mail-choices';
import { DesktopNotices } from '@/features/settings/desktop-notices';
import { Personal } from '@/features/settings/personal';

export function NoticesPart() {
  return (
    <Personal>
      {(me) => (
        <>
          <DesktopNotices />
          <MailChoices me={me} />
        </>
      )}
    </Personal>
  );
}
