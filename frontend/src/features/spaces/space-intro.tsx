import { useLingui } from '@lingui/react/macro';
import { Lock } from 'lucide-react';
import type { Space } from '@/api/types';
import classes from './space-intro.module.css';

/** What the space is for, and why not everybody may read it. */
export function SpaceIntro({ space }: { space: Space }) {
  const { t } = useLingui();
  return (
    <div className={classes.intro}>
      <p className={classes.description}>
        {space.description || t`This space has no description yet.`}
      </p>
      {space.visibility === 'members' ? (
        <p className={classes.reason}>
          <Lock size={16} aria-hidden className={classes.icon} />
          <span>
            <b>{t`Only members can read this space.`}</b> {space.reason}
          </span>
        </p>
      ) : null}
    </div>
  );
}
