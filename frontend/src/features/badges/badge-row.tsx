import { Plural, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import type { Badge } from '@/api/badges';
import { BadgeMark } from '@/ui/badge-mark';
import { BadgeProgress } from './badge-progress';
import classes from './badges.module.css';

/** A badge, what it takes, how many hold it, and how one stands with it. */
export function BadgeRow({ badge }: { badge: Badge }) {
  const { key, name, about, mine, holders, progress } = badge;
  return (
    <li className={classes.row}>
      <BadgeMark of={badge.class} />
      <div className={classes.words}>
        <h3 className={classes.name}>
          <Link to="/badges/$key" params={{ key }}>
            {name}
          </Link>
        </h3>
        {about ? <p className={classes.about}>{about}</p> : null}
        {progress && progress.have > 0 ? <BadgeProgress progress={progress} /> : null}
      </div>
      <div className={classes.figures}>
        <span>
          <Plural value={holders} _0="Nobody yet" one="# person" other="# people" />
        </span>
        <Mine times={mine} />
      </div>
    </li>
  );
}

/** That one holds a badge, and how often. */
export function Mine({ times }: { times: number }) {
  const { t } = useLingui();
  if (times === 0) return null;
  return (
    <span className={classes.mine}>
      <Check size={14} aria-hidden />
      {times === 1 ? t`Yours` : t`Yours, ${times} times`}
    </span>
  );
}
