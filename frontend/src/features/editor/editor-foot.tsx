import { Plural, useLingui } from '@lingui/react/macro';
import { Maximize2, Minimize2 } from 'lucide-react';
import { type RefObject, useEffect, useState } from 'react';
import classes from './editor.module.css';

const word = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;

interface EditorFootProps {
  frame: RefObject<HTMLDivElement | null>;
  text: string;
}

/** How much is written, and the way to the whole screen and back; Escape leads back as well. */
export function EditorFoot({ frame, text }: EditorFootProps) {
  const { t } = useLingui();
  const [whole, setWhole] = useState(false);
  const count = text.match(word)?.length ?? 0;

  useEffect(() => {
    const change = () => setWhole(document.fullscreenElement === frame.current);
    document.addEventListener('fullscreenchange', change);
    return () => document.removeEventListener('fullscreenchange', change);
  }, [frame]);

  const toggle = () =>
    void (whole ? document.exitFullscreen() : frame.current?.requestFullscreen());
  const Icon = whole ? Minimize2 : Maximize2;
  return (
    <div className={classes.foot}>
      <span>
        <Plural value={count} one="# word" other="# words" />
      </span>
      {document.fullscreenEnabled ? (
        <button
          type="button"
          className={classes.tool}
          aria-label={whole ? t`Leave the full screen` : t`Full screen`}
          onClick={toggle}
        >
          <Icon size={16} aria-hidden />
        </button>
      ) : null}
    </div>
  );
}
