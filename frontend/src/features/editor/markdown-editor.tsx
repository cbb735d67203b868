import type { EditorView } from '@codemirror/view';
import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import type { AreaProps } from './area';
import { CodeArea } from './code-area';
import classes from './editor.module.css';
import { Preview } from './preview';
import { Toolbar } from './toolbar';

/** Toolbar, text and preview in one frame. Heavy: EditorField loads it when it is needed. */
export function MarkdownEditor(props: AreaProps) {
  const { t } = useLingui();
  const view = useRef<EditorView>(null);
  const [preview, setPreview] = useState(false);
  const { id, invalid, value } = props;

  const write = () => {
    setPreview(false);
    // The area is shown again only after this event.
    requestAnimationFrame(() => view.current?.focus());
  };
  return (
    <div className={classes.frame} data-invalid={invalid || undefined}>
      <div className={classes.bar}>
        <Toolbar
          controls={id}
          disabled={preview}
          onFormat={(run) => view.current && run(view.current)}
        />
        <fieldset className={classes.modes} aria-label={t`Mode of the editor`}>
          <button type="button" className={classes.mode} aria-pressed={!preview} onClick={write}>
            {t`Markdown`}
          </button>
          <button
            type="button"
            className={classes.mode}
            aria-pressed={preview}
            onClick={() => setPreview(true)}
          >
            {t`Preview`}
          </button>
        </fieldset>
      </div>
      {/* Hidden rather than gone: the cursor and what can be undone stay. */}
      <div hidden={preview}>
        <CodeArea {...props} view={view} />
      </div>
      {preview ? <Preview body={value} /> : null}
    </div>
  );
}
