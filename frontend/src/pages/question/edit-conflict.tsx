import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Changes, type PostText } from '@/features/revisions/changes';
import { combine } from '@/features/revisions/merge';
import { RelativeTime } from '@/ui/relative-time';
import { toast } from '@/ui/toast';
import type { Editable } from './edit-form';
import classes from './edit-form.module.css';

interface EditConflictProps {
  /** What both began with; null where that is no longer known. */
  base: PostText | null;
  theirs: Editable;
  mine: PostText;
  busy: boolean;
  /** Goes on with this text, on top of theirs. */
  onTake: (text: PostText) => void;
  onOverwrite: () => void;
}

/** Somebody saved while one was writing: shows both versions and offers the ways out. */
export function EditConflict(props: EditConflictProps) {
  const { base, theirs, mine, busy, onTake, onOverwrite } = props;
  const { t } = useLingui();
  const wide = useMediaQuery('(min-width: 48em)');
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);

  const combined = base ? combine(base, theirs, mine) : null;
  const name = theirs.editorName;
  const time = <RelativeTime value={theirs.editedAt} />;
  const takeCombined = (text: PostText) => {
    onTake(text);
    toast.done(t`Both are in the form now. Read it through, then save.`);
  };
  return (
    <section
      ref={panel}
      className={classes.conflict}
      tabIndex={-1}
      aria-labelledby="conflict-title"
    >
      <h2 id="conflict-title" className={classes.title}>
        <TriangleAlert size={18} aria-hidden />
        {t`A newer version was saved while you were editing`}
      </h2>
      <p>
        <Trans>
          {name} saved it {time}. Your text is still in the form below; nothing is lost.
        </Trans>
      </p>
      <div className={classes.compared}>
        <Changes
          before={theirs}
          after={mine}
          view={wide ? 'split' : 'inline'}
          names={{ before: t`Saved version`, after: t`Your version` }}
        />
      </div>
      <div className={classes.buttons}>
        {combined ? (
          <Button onClick={() => takeCombined(combined)}>{t`Combine both`}</Button>
        ) : null}
        <Button
          variant={combined ? 'default' : 'filled'}
          loading={busy}
          onClick={onOverwrite}
        >{t`Save mine over it`}</Button>
        <Button variant="default" onClick={() => onTake(theirs)}>
          {t`Take the saved version`}
        </Button>
      </div>
    </section>
  );
}
