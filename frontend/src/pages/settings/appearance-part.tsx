import { ShortcutChoice } from '@/features/settings/shortcut-choice';
import { ThemeChoice } from '@/features/settings/theme-choice';
import { useChooseTheme, useThemeChoices } from '@/features/theme/use-theme-choices';

export function AppearancePart() {
  return (
    <>
      <ThemeChoice choices={useThemeChoices()} choose={useChooseTheme()} />
      <ShortcutChoice />
    </>
  );
}
