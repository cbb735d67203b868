import { Trans } from '@lingui/react/macro';
import type { ReputationEntry } from '@/api/types';
import { formatDate } from '@/lib/format';
import { useLanguage } from '@/lib/use-language';
import { NumberText } from '@/ui/number';
import classes from './sparkline.module.css';
import { stepsOf } from './steps-of';

const width = 760;
const height = 64;

/** How the reputation came to what it is, over the entries that are shown. The list is its table. */
export function Sparkline({ entries }: { entries: ReputationEntry[] }) {
  const language = useLanguage();
  const newest = entries.at(0);
  const oldest = entries.at(-1);
  if (!newest || !oldest || newest.at === oldest.at) return null;
  const before = <NumberText value={oldest.total - oldest.amount} />;
  const after = <NumberText value={newest.total} />;
  const since = formatDate(oldest.at, language);
  return (
    <figure className={classes.figure}>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <path d={stepsOf(entries, width, height)} className={classes.line} />
      </svg>
      <figcaption className={classes.caption}>
        <Trans>
          From {before} to {after} since {since}
        </Trans>
      </figcaption>
    </figure>
  );
}
