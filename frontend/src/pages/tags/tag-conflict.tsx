import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { TextDiff } from '@/features/revisions/text-diff';
import classes from './tag-form.module.css';

interface Words {
  description: string;
  wiki: string;
}

interface TagConflictProps {
  theirs: Words;
  mine: Words;
  busy: boolean;
  onTake: () => void;
  onOverwrite: () => void;
}

/** Somebody else has saved meanwhile: shows what differs, and leaves the choice to the writer. */
export function TagConflict({ theirs, mine, busy, onTake, onOverwrite }: TagConflictProps) {
  const { t } = useLingui();
  const ref = useRef<HTMLElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <section ref={ref} className={classes.conflict} tabIndex={-1} aria-labelledby="tag-conflict">
      <h2 id="tag-conflict" className={classes.conflictTitle}>
        <TriangleAlert size={18} aria-hidden />
        {t`A newer version was saved while you were editing`}
      </h2>
      <p>{t`Your text is still in the form below; nothing is lost. This is how it differs from the saved version:`}</p>
      <div className={classes.diff}>
        <TextDiff
          before={whole(theirs)}
          after={whole(mine)}
          view="inline"
          names={{ before: t`Saved version`, after: t`Your version` }}
        />
      </div>
      <div className={classes.buttons}>
        <Button size="xs" onClick={onOverwrite} loading={busy}>{t`Save mine over it`}</Button>
        <Button size="xs" variant="default" onClick={onTake}>{t`Take the saved version`}</Button>
      </div>
    </section>
  );
}

function whole({ description, wiki }: Words): string {
  return `${description}\n\n${wiki}`;
}
