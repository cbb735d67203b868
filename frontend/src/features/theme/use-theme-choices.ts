import { useLingui } from '@lingui/react/macro';
import { useMe, useUpdateMe } from '@/api/me';
import { setTheme, type Theme, themes } from '@/lib/theme';

export function useThemeChoices(): { value: Theme; label: string }[] {
  const { t } = useLingui();
  return [
    { value: 'system', label: t`Like the system` },
    { value: 'light', label: t`Light` },
    { value: 'dark', label: t`Dark` },
    { value: 'contrast', label: t`High contrast` },
  ];
}

/** Applies the theme at once, and keeps it with the account of a signed-in person. */
export function useChooseTheme(): (value: string) => void {
  const me = useMe();
  const update = useUpdateMe();
  return (value) => {
    const theme = themes.find((item) => item === value);
    if (!theme) return;
    setTheme(theme);
    if (me) update.mutate({ theme });
  };
}
