import { useLingui } from '@lingui/react/macro';
import { Building2, Globe, Lock } from 'lucide-react';
import type { Space } from '@/api/types';
import classes from './visibility.module.css';

const icons = { organisation: Building2, members: Lock, public: Globe };

/** Who can read what is asked in a space. */
export function Visibility({ space }: { space: Space }) {
  const { t } = useLingui();
  const words = {
    organisation: t`Open to the organisation`,
    members: t`Members only`,
    public: t`Public`,
  };
  const Icon = icons[space.visibility];
  return (
    <span className={classes.visibility} data-kind={space.visibility}>
      <Icon size={14} aria-hidden />
      {words[space.visibility]}
    </span>
  );
}
