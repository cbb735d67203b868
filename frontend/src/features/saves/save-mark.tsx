import { useLingui } from '@lingui/react/macro';
import { Tooltip } from '@mantine/core';
import { Bookmark } from 'lucide-react';
import { Suspense, useRef, useState } from 'react';
import { useMe } from '@/api/me';
import type { PostAddress } from '@/api/question-cache';
import { useSave } from '@/api/saves';
import { lazyPart } from '@/lib/lazy';
import { useRefusal } from '@/ui/use-refusal';
import classes from './save-mark.module.css';

const SavePopover = lazyPart(() => import('./save-popover'), 'SavePopover');

interface SaveMarkProps {
  address: PostAddress;
  saved: boolean;
}

/** The bookmark beside a post: one press saves it, and opens where to put it and a note. */
export function SaveMark({ address, saved }: SaveMarkProps) {
  const { t } = useLingui();
  const me = useMe();
  const save = useSave(address, useRefusal());
  const [opened, setOpened] = useState<'fresh' | 'again' | null>(null);
  const mark = useRef<HTMLButtonElement>(null);
  if (!me) return null;
  const press = () => {
    if (!saved) save.mutate({});
    setOpened(saved ? 'again' : 'fresh');
  };
  return (
    <span className={classes.place}>
      <Tooltip label={saved ? t`Saved. Press for its list and note.` : t`Save`} position="right">
        <button
          ref={mark}
          type="button"
          className={classes.mark}
          aria-label={t`Save`}
          aria-pressed={saved}
          aria-haspopup="dialog"
          data-key="s"
          onClick={press}
        >
          <Bookmark size={18} fill={saved ? 'currentColor' : 'none'} aria-hidden />
        </button>
      </Tooltip>
      {opened ? (
        <Suspense>
          <SavePopover
            address={address}
            fresh={opened === 'fresh'}
            onClose={() => {
              setOpened(null);
              mark.current?.focus();
            }}
          />
        </Suspense>
      ) : null}
    </span>
  );
}
