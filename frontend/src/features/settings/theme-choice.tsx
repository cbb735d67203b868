import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Radio.layer.css';
import { useLingui } from '@lingui/react/macro';
import { Radio } from '@mantine/core';
import { type Theme, useAppearance } from '@/lib/theme';
import { Part } from '@/ui/part';
import classes from './choices.module.css';

interface ThemeChoiceProps {
  choices: { value: Theme; label: string }[];
  choose: (value: string) => void;
}

export function ThemeChoice({ choices, choose }: ThemeChoiceProps) {
  const { t } = useLingui();
  const { theme } = useAppearance();
  const hints = {
    system: t`Light by day and dark by night, if your system does so.`,
    light: t`Dark letters on white.`,
    dark: t`Light letters on a dark ground.`,
    contrast: t`Black on white, or white on black where your system is dark, with clear outlines.`,
  };
  return (
    <Part title={t`Colours`} hint={t`Your choice shows at once, and on all your devices.`}>
      <Radio.Group value={theme} onChange={choose} aria-label={t`Colours`}>
        <div className={classes.choices}>
          {choices.map(({ value, label }) => (
            <Radio key={value} value={value} label={label} description={hints[value]} />
          ))}
        </div>
      </Radio.Group>
    </Part>
  );
}
