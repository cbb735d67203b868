import { useLingui } from '@lingui/react/macro';
import { useNow } from '@/lib/clock';

/** The day so many days ago, as addresses write it. */
function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10);
}

/** Since when something was asked or answered: whole days, so that an address can be shared. */
export function useDateChoices(): { value: string; label: string }[] {
  const { t } = useLingui();
  const now = useNow();
  return [
    { value: daysBefore(now, 7), label: t`Past week` },
    { value: daysBefore(now, 30), label: t`Past month` },
    { value: daysBefore(now, 365), label: t`Past year` },
  ];
}
