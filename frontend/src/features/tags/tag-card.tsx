import { Plural, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useMe } from '@/api/me';
import type { TagSummary } from '@/api/tags';
import { TagChip } from '@/ui/tag-chip';
import classes from './tag-card.module.css';
import { WatchButton } from './watch-button';

/** A tag in the list: what it is about, how much is asked, and whether one watches it. */
export function TagCard({ tag }: { tag: TagSummary }) {
  const { t } = useLingui();
  const signedIn = Boolean(useMe());
  return (
    <article className={classes.card} data-watched={tag.watched || undefined}>
      <h2 className={classes.name}>
        <TagChip name={tag.name} />
      </h2>
      <p className={classes.description}>
        {tag.description || t`Nobody has described this tag yet.`}
      </p>
      <div className={classes.foot}>
        <Link to="/questions" search={{ tag: [tag.name] }} className={classes.count}>
          <Plural value={tag.questionCount} one="# question" other="# questions" />
        </Link>
        {signedIn ? <WatchButton tag={tag} size="compact-sm" /> : null}
      </div>
    </article>
  );
}
