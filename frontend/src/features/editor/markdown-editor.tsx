import type { EditorView } from '@codemirror/view';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { organisationQuery } from '@/api/organisation';
import { useAttachments } from '@/api/use-attachments';
import { AttachButton } from '@/ui/uploads/attach-button';
import { Attachments } from '@/ui/uploads/attachments';
import { useRefusedFiles } from '@/ui/uploads/use-refused-files';
import type { AreaProps } from './area';
import { CodeArea } from './code-area';
import { insertAttached, replaceOnce } from './commands';
import classes from './editor.module.css';
import { EditorFoot } from './editor-foot';
import { Preview } from './preview';
import { Toolbar } from './toolbar';
import { useSuggest } from './use-suggest';

/** Toolbar, text and preview in one frame. Heavy: EditorField loads it when it is needed. */
export function MarkdownEditor(props: AreaProps) {
  const { t } = useLingui();
  const view = useRef<EditorView>(null);
  const [preview, setPreview] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const { data: organisation } = useQuery(organisationQuery);
  const refused = useRefusedFiles();
  const { id, invalid, space, value } = props;
  const suggest = useSuggest(space);
  const { attachments, add, describe, dismiss } = useAttachments({
    insert: (markdown) => view.current && insertAttached(markdown)(view.current),
    replace: (from, to) => view.current && replaceOnce(from, to)(view.current),
  });
  // Only posts belong to a space, and only what stands in a post is shown to others.
  const onFiles = organisation?.uploads && space !== undefined ? add : undefined;

  const write = () => {
    setPreview(false);
    // The area is shown again only after this event.
    requestAnimationFrame(() => view.current?.focus());
  };
  return (
    <div ref={frame} className={classes.frame} data-invalid={invalid || undefined}>
      <div className={classes.bar}>
        <Toolbar
          controls={id}
          disabled={preview}
          onFormat={(run) => view.current && run(view.current)}
        />
        {onFiles ? <AttachButton disabled={preview} onFiles={onFiles} /> : null}
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
        <CodeArea
          {...props}
          view={view}
          suggest={suggest}
          suggestLabel={t`Suggestions`}
          onFiles={onFiles}
        />
      </div>
      <Attachments attachments={refused(attachments)} onDescribe={describe} onDismiss={dismiss} />
      {preview ? <Preview body={value} /> : null}
      <EditorFoot frame={frame} text={value} />
    </div>
  );
}
