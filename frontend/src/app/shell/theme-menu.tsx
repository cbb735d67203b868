import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Menu } from '@mantine/core';
import { Contrast, Monitor, Moon, Sun } from 'lucide-react';
import { useChooseTheme, useThemeChoices } from '@/features/theme/use-theme-choices';
import { useAppearance } from '@/lib/theme';

const icons = { system: Monitor, light: Sun, dark: Moon, contrast: Contrast };

export function ThemeMenu() {
  const { t } = useLingui();
  const { theme } = useAppearance();
  const choices = useThemeChoices();
  const choose = useChooseTheme();
  const Current = icons[theme];
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          c="var(--text)"
          size={36}
          aria-label={t`Appearance`}
        >
          <Current size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={theme} onChange={choose}>
          {choices.map(({ value, label }) => (
            <Menu.RadioItem key={value} value={value} closeMenuOnClick>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
