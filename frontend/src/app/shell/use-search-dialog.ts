import { useCallback, useEffect, useRef, useState } from 'react';

export interface SearchDialog {
  opened: boolean;
  /** What had the focus when it was opened. */
  from: Element | null;
  open: () => void;
  close: () => void;
  /** What was typed before the dialog's code had come. */
  typed: string;
  type: (text: string) => void;
}

/** Whether the search dialog stands over the page; closed, it gives the focus back to where it was. */
export function useSearchDialog(): SearchDialog {
  const [opened, setOpened] = useState(false);
  const [typed, type] = useState('');
  const [from, setFrom] = useState<Element | null>(null);
  const before = useRef<Element | null>(null);
  const open = useCallback(() => {
    before.current = document.activeElement;
    setFrom(document.activeElement);
    setOpened(true);
  }, []);
  const close = useCallback(() => {
    type('');
    setOpened(false);
  }, []);
  useEffect(() => {
    if (opened) return;
    // A link that was followed moves the focus itself, later than this.
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
    before.current = null;
  }, [opened]);
  return { opened, from, open, close, typed, type };
}
