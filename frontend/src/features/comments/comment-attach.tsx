import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useEffectEvent } from 'react';
import { organisationQuery } from '@/api/organisation';
import { useAttachments } from '@/api/use-attachments';
import { filesOf } from '@/lib/attachment';
import { AttachButton } from '@/ui/uploads/attach-button';
import { Attachments } from '@/ui/uploads/attachments';
import { useRefusedFiles } from '@/ui/uploads/use-refused-files';

interface CommentAttachProps {
  area: RefObject<HTMLTextAreaElement | null>;
  onChange: (text: string) => void;
}

/** Pictures and files of a comment: by button, paste and drop. */
export function CommentAttach({ area, onChange }: CommentAttachProps) {
  const { data } = useQuery(organisationQuery);
  const enabled = data?.uploads ?? false;
  const refused = useRefusedFiles();
  const { attachments, add, describe, dismiss } = useAttachments({
    insert: (markdown) => {
      const field = area.current;
      if (!field) return;
      const isOpen = /\S$/.test(field.value.slice(0, field.selectionStart));
      field.setRangeText(
        (isOpen ? ' ' : '') + markdown,
        field.selectionStart,
        field.selectionEnd,
        'end',
      );
      onChange(field.value);
    },
    replace: (from, to) => {
      if (area.current) onChange(area.current.value.replace(from, () => to));
    },
  });
  const take = useEffectEvent((event: ClipboardEvent | DragEvent) => {
    const files = filesOf('dataTransfer' in event ? event.dataTransfer : event.clipboardData);
    if (!enabled || files.length === 0) return;
    event.preventDefault();
    add(files);
  });

  useEffect(() => {
    const field = area.current;
    const onPaste = (event: ClipboardEvent) => take(event);
    const onDrop = (event: DragEvent) => take(event);
    field?.addEventListener('paste', onPaste);
    field?.addEventListener('drop', onDrop);
    return () => {
      field?.removeEventListener('paste', onPaste);
      field?.removeEventListener('drop', onDrop);
    };
  }, [area]);

  if (!enabled) return null;
  return (
    <>
      <AttachButton onFiles={add} />
      <Attachments attachments={refused(attachments)} onDescribe={describe} onDismiss={dismiss} />
    </>
  );
}
