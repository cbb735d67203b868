import '@mantine/core/styles/Drawer.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Radio.layer.css';
import { useLingui } from '@lingui/react/macro';
import { Drawer, Radio } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useChooseTheme, useThemeChoices } from '@/features/theme/use-theme-choices';
import { useAppearance } from '@/lib/theme';
import classes from './nav-drawer.module.css';
import { SideNav } from './side-nav';

interface NavDrawerProps {
  opened: boolean;
  onClose: () => void;
}

/** The left column on a narrow screen, with what the header has no room for. */
export function NavDrawer({ opened, onClose }: NavDrawerProps) {
  const { t } = useLingui();
  const router = useRouter();
  useEffect(() => router.subscribe('onBeforeNavigate', onClose), [router, onClose]);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      size={288}
      title={t`Navigation`}
      closeButtonProps={{ 'aria-label': t`Close the navigation` }}
    >
      <SideNav />
      <ThemeChoice />
    </Drawer>
  );
}

function ThemeChoice() {
  const { t } = useLingui();
  const { theme } = useAppearance();
  const choices = useThemeChoices();
  const choose = useChooseTheme();
  return (
    <Radio.Group value={theme} onChange={choose} label={t`Appearance`} className={classes.theme}>
      <div className={classes.choices}>
        {choices.map(({ value, label }) => (
          <Radio key={value} value={value} label={label} />
        ))}
      </div>
    </Radio.Group>
  );
}
