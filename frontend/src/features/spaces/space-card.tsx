import { Plural, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Space } from '@/api/types';
import classes from './space-card.module.css';
import { SpaceName } from './space-name';
import { Visibility } from './visibility';

/** A space in the list: what it is for, who reads it, and how much goes on in it. */
export function SpaceCard({ space }: { space: Space }) {
  const { t } = useLingui();
  return (
    <article className={classes.card}>
      <h2 className={classes.name}>
        <Link to="/spaces/$slug" params={{ slug: space.slug }}>
          <SpaceName space={space} />
        </Link>
      </h2>
      <p className={classes.description}>
        {space.description || t`This space has no description yet.`}
      </p>
      <div className={classes.foot}>
        <Visibility space={space} />
        <span>
          <Plural value={space.questionCount} one="# question" other="# questions" />
          {space.memberCount > 0 ? (
            <>
              {' · '}
              <Plural value={space.memberCount} one="# member" other="# members" />
            </>
          ) : null}
        </span>
      </div>
    </article>
  );
}
