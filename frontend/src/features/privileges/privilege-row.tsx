import { useLingui } from '@lingui/react/macro';
import { Check, LockKeyhole } from 'lucide-react';
import type { Privilege } from '@/api/privileges';
import { formatNumber } from '@/lib/format';
import { useLanguage } from '@/lib/use-language';
import { NumberText } from '@/ui/number';
import classes from './privilege-row.module.css';
import { usePrivilegeWords } from './use-privilege-words';

interface PrivilegeRowProps {
  privilege: Privilege;
  /** The reader's own; undefined for a visitor, who has no progress to show. */
  reputation: number | undefined;
}

/** A privilege, what it takes, and how far one has come. */
export function PrivilegeRow({ privilege, reputation }: PrivilegeRowProps) {
  const { name, about } = usePrivilegeWords()(privilege);
  const { held, threshold } = privilege;
  return (
    <li className={classes.row} data-held={held || undefined}>
      <span className={classes.mark} aria-hidden>
        {held ? <Check size={16} strokeWidth={2.5} /> : <LockKeyhole size={16} />}
      </span>
      <div className={classes.words}>
        <h3 className={classes.name}>{name}</h3>
        <p className={classes.about}>{about}</p>
        {reputation === undefined || held ? null : (
          <Progress reputation={reputation} threshold={threshold} />
        )}
      </div>
      <Threshold privilege={privilege} visitor={reputation === undefined} />
    </li>
  );
}

function Threshold({ privilege, visitor }: { privilege: Privilege; visitor: boolean }) {
  const { t } = useLingui();
  const { held, threshold } = privilege;
  return (
    <div className={classes.threshold}>
      {threshold === 0 ? (
        <span>{t`From the start`}</span>
      ) : (
        <span>
          <b>
            <NumberText value={threshold} />
          </b>{' '}
          {t`reputation`}
        </span>
      )}
      {held ? <span className={classes.held}>{t`Yours`}</span> : null}
      {held || visitor ? null : <span>{t`Not yet`}</span>}
    </div>
  );
}

function Progress({ reputation, threshold }: { reputation: number; threshold: number }) {
  const { t } = useLingui();
  const missing = formatNumber(Math.max(0, threshold - reputation), useLanguage());
  return (
    <div className={classes.progress}>
      <progress
        className={classes.bar}
        max={threshold}
        value={Math.max(0, reputation)}
        aria-label={t`Your progress`}
      />
      <span>{t`${missing} more to go`}</span>
    </div>
  );
}
