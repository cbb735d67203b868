import { ShortcutChoice } from '@/features/settings/shortcut-choice';
import { ThemeChoice } from '@/features/settings/theme-choice';

export function AppearancePart() {
  return (
    <>
      <ThemeChoice />
      <ShortcutChoice />
    </>
  );
}
