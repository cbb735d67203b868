import { useLingui } from '@lingui/react/macro';
import { Popover, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { PostAddress } from '@/api/question-cache';
import { type SaveChange, saveQuery, useSave } from '@/api/saves';
import { useRefusal } from '@/ui/use-refusal';
import { SaveForm } from './save-form';
import classes from './saves.module.css';

interface SavePopoverProps {
  address: PostAddress;
  /** Saved by the press that opened this, so that there is no note to load. */
  fresh: boolean;
  onClose: () => void;
}

/** Beside the bookmark: the list and the note of what was just saved, or was saved before. */
export function SavePopover({ address, fresh, onClose }: SavePopoverProps) {
  const { t } = useLingui();
  const save = useSave(address, useRefusal());
  const { data } = useQuery({ ...saveQuery(address.postId), enabled: !fresh });
  const touched = useRef<SaveChange>({});
  // Whoever looks away from a note they have written wants to keep it.
  const leave = () => {
    if (Object.keys(touched.current).length > 0) save.mutate(touched.current);
    onClose();
  };
  const shown = fresh ? { listId: 0, note: '' } : data;
  return (
    <Popover
      opened
      onChange={(open) => open || leave()}
      position="bottom-start"
      width={300}
      trapFocus
      withRoles={false}
      shadow="md"
    >
      <Popover.Target>
        <span className={classes.anchor} />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t`Saved`} tabIndex={-1}>
        <p className={classes.popoverTitle}>{t`Saved for you`}</p>
        {shown ? (
          <SaveForm
            list={shown.listId}
            note={shown.note}
            autoFocus
            onTouch={(change) => {
              touched.current = change;
            }}
            onSave={(change) => {
              save.mutate(change);
              onClose();
            }}
            onRemove={() => {
              save.mutate(null);
              onClose();
            }}
          />
        ) : (
          <Skeleton height={190} />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
