import '@mantine/core/styles/Checkbox.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import { useLingui } from '@lingui/react/macro';
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { type TagPreferences, useTagPreference } from '@/api/tag-preferences';
import { useRefusal } from '@/ui/use-refusal';
import { PatternList } from './pattern-list';
import classes from './tags-panel.module.css';

/** Adds and takes away watched and ignored tags, and says what happens to the ignored ones. */
export function TagsEditor({ preferences }: { preferences: TagPreferences }) {
  const { t } = useLingui();
  const refused = useRefusal();
  const prefer = useTagPreference();
  // The mark changes under the finger; the query's data would follow a moment later.
  const [hide, setHide] = useState<boolean | null>(null);
  const choose = (next: boolean) => {
    setHide(next);
    prefer.mutate(
      { kind: 'hide', hide: next },
      { onError: refused, onSettled: () => setHide(null) },
    );
  };
  return (
    <div className={classes.parts}>
      <PatternList
        title={t`Watched`}
        label={t`Watch another tag`}
        patterns={preferences.watched}
        removeLabel={(pattern) => t`Stop watching ${pattern}`}
        add={{ kind: 'watch' }}
        remove={{ kind: 'unwatch' }}
      />
      <PatternList
        title={t`Ignored`}
        label={t`Ignore another tag`}
        patterns={preferences.ignored}
        removeLabel={(pattern) => t`Stop ignoring ${pattern}`}
        add={{ kind: 'ignore' }}
        remove={{ kind: 'unignore' }}
      />
      <Checkbox
        size="sm"
        label={t`Hide questions with ignored tags`}
        description={t`Otherwise they are only dimmed.`}
        checked={hide ?? preferences.hideIgnored}
        onChange={(event) => choose(event.currentTarget.checked)}
      />
    </div>
  );
}
