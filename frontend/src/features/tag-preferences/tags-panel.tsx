import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useMe } from '@/api/me';
import { tagPreferencesQuery } from '@/api/tag-preferences';
import { lazyPart } from '@/lib/lazy';
import { Panel } from '@/ui/panel';
import { TagChip } from '@/ui/tag-chip';
import { TextAction } from '@/ui/text-action';
import classes from './tags-panel.module.css';

const TagsEditor = lazyPart(() => import('./tags-editor'), 'TagsEditor');

/** Beside the questions: the tags one watches and those one ignores, and a way to change both. */
export function TagsPanel() {
  const { t } = useLingui();
  const me = useMe();
  const [editing, setEditing] = useState(false);
  const { data } = useQuery({ ...tagPreferencesQuery, enabled: Boolean(me) });
  if (!me || !data) return null;
  return (
    <Panel
      title={t`Your tags`}
      action={
        <TextAction aria-expanded={editing} onClick={() => setEditing(!editing)}>
          {editing ? t`Done` : t`Change`}
        </TextAction>
      }
    >
      {editing ? (
        <Suspense fallback={<div className={classes.loading} />}>
          <TagsEditor preferences={data} />
        </Suspense>
      ) : (
        <div className={classes.parts}>
          <Part title={t`Watched`} patterns={data.watched}>
            {t`Watch tags, and their questions are gathered under “My tags”.`}
          </Part>
          {data.ignored.length > 0 ? (
            <Part
              title={data.hideIgnored ? t`Ignored and hidden` : t`Ignored`}
              patterns={data.ignored}
            />
          ) : null}
        </div>
      )}
    </Panel>
  );
}

interface PartProps {
  title: string;
  patterns: string[];
  /** Stands there while the list is empty. */
  children?: string;
}

function Part({ title, patterns, children }: PartProps) {
  return (
    <div className={classes.part}>
      <h3 className={classes.title}>{title}</h3>
      {patterns.length > 0 ? (
        <ul className={classes.chips} aria-label={title}>
          {patterns.map((pattern) => (
            <li key={pattern}>
              {pattern.includes('*') ? (
                <Link
                  to="/tags"
                  search={{ q: pattern.replaceAll('*', '') }}
                  className={classes.pattern}
                >
                  {pattern}
                </Link>
              ) : (
                <TagChip name={pattern} />
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p className={classes.hint}>{children}</p>
      )}
    </div>
  );
}
