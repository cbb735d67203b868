import { useLingui } from '@lingui/react/macro';
import type { Badge } from '@/api/badges';
import { formatNumber } from '@/lib/format';
import { useLanguage } from '@/lib/use-language';
import classes from './badges.module.css';

/** How far one has come with what a badge needs. */
export function BadgeProgress({ progress }: { progress: NonNullable<Badge['progress']> }) {
  const { t } = useLingui();
  const language = useLanguage();
  const have = formatNumber(progress.have, language);
  const need = formatNumber(progress.need, language);
  return (
    <div className={classes.progress}>
      <progress
        className={classes.bar}
        max={progress.need}
        value={progress.have}
        aria-label={t`Your progress`}
      />
      <span>{t`${have} of ${need}`}</span>
    </div>
  );
}
