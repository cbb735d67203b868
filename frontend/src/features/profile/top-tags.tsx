import { Plural, useLingui } from '@lingui/react/macro';
import type { User } from '@/api/types';
import { Panel } from '@/ui/panel';
import { TagChip } from '@/ui/tag-chip';
import classes from './top-tags.module.css';

/** What this person knows about, by the score of their posts. */
export function TopTags({ person }: { person: User }) {
  const { t } = useLingui();
  if (person.topTags.length === 0) return null;
  return (
    <Panel title={t`Knows about`}>
      <ul className={classes.tags}>
        {person.topTags.map(({ name, posts, score }) => (
          <li key={name}>
            <TagChip name={name} />
            <span className={classes.figures}>
              <Plural value={posts} one="# post" other="# posts" />
              {', '}
              <Plural value={score} one="score #" other="score #" />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
