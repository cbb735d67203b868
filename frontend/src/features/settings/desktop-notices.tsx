import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Switch.layer.css';
import { useLingui } from '@lingui/react/macro';
import { Switch } from '@mantine/core';
import { noticesSupported, useDesktopNotices, wantDesktopNotices } from '@/lib/desktop-notices';
import { Part } from '@/ui/part';
import { toast } from '@/ui/toast';

/** Off until somebody wants them; the browser asks once more. */
export function DesktopNotices() {
  const { t } = useLingui();
  const wanted = useDesktopNotices();
  const choose = async (want: boolean) => {
    const shown = await wantDesktopNotices(want);
    if (want && !shown) {
      toast.failed(
        t`Your browser does not allow notices from this site. Allow them beside the address, then try again.`,
      );
    }
  };
  return (
    <Part
      title={t`Desktop notices`}
      hint={t`When something reaches your inbox while a page of Wellspring is open but out of sight, this computer tells you.`}
    >
      <Switch
        checked={wanted}
        disabled={!noticesSupported}
        onChange={(event) => void choose(event.currentTarget.checked)}
        label={t`Show notices on this computer`}
        description={
          noticesSupported
            ? t`This counts for this browser alone.`
            : t`This browser cannot show notices.`
        }
      />
    </Part>
  );
}
