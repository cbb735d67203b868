import { useLingui } from '@lingui/react/macro';
import { Tooltip } from '@mantine/core';
import { Paperclip } from 'lucide-react';
import { useRef } from 'react';
import classes from './attach-button.module.css';

interface AttachButtonProps {
  disabled?: boolean;
  onFiles: (files: File[]) => void;
}

/** Opens the browser's own choice of files. */
export function AttachButton({ disabled, onFiles }: AttachButtonProps) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Tooltip label={t`Add pictures or files; or paste or drop them`}>
        <button
          type="button"
          className={classes.button}
          aria-label={t`Add pictures or files`}
          aria-disabled={disabled || undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => !disabled && input.current?.click()}
        >
          <Paperclip size={17} aria-hidden />
        </button>
      </Tooltip>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          // So that the same file can be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
