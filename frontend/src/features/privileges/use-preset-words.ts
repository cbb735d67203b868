import { useLingui } from '@lingui/react/macro';
import type { Privileges } from '@/api/privileges';

type Preset = Privileges['preset'];

export const presets: Preset[] = ['team', 'balanced', 'public', 'custom'];

interface Words {
  name: string;
  about: string;
}

/** What the presets are called, and whom each one suits. */
export function usePresetWords(): Record<Preset, Words> {
  const { t } = useLingui();
  return {
    team: {
      name: t`Team`,
      about: t`For people who know each other: all but moderation from the start.`,
    },
    balanced: {
      name: t`Balanced`,
      about: t`Everybody takes part at once; voting down and editing come with experience.`,
    },
    public: {
      name: t`Public community`,
      about: t`For people who do not know each other: trust is earned step by step.`,
    },
    custom: { name: t`Custom`, about: t`Set every threshold yourself.` },
  };
}
