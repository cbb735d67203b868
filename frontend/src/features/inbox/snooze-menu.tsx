import { useLingui } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { AlarmClock } from 'lucide-react';
import { TextAction } from '@/ui/text-action';
import { snoozeTimes } from './snooze-times';

/** Puts a thread off until a time that suits. */
export function SnoozeMenu({ onSnooze }: { onSnooze: (until: string) => void }) {
  const { t } = useLingui();
  const labels = {
    later: t`In three hours`,
    tomorrow: t`Tomorrow at 8`,
    week: t`Next Monday at 8`,
  };
  const times = snoozeTimes(new Date());
  return (
    <Menu position="bottom-start" width={190} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <TextAction>
          <AlarmClock size={14} aria-hidden />
          {t`Snooze`}
        </TextAction>
      </Menu.Target>
      <Menu.Dropdown>
        {(['later', 'tomorrow', 'week'] as const).map((when) => (
          <Menu.Item key={when} onClick={() => onSnooze(times[when].toISOString())}>
            {labels[when]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
