import { useRef, useState } from 'react';
import { markdownOf, withDescription } from '@/lib/attachment';
import { uuid } from '@/lib/uuid';
import { maxUpload, sendUpload, TooLargeFile, type Upload } from './uploads';

/** A picture or file on its way into a text. */
export interface Attachment {
  id: string;
  name: string;
  /** Missing until it is there. */
  upload?: Upload;
  /** What those hear who do not see the picture. */
  description: string;
  /** Why it was not taken. */
  problem?: unknown;
}

/** The text that attachments are put into. */
export interface AttachedText {
  insert: (markdown: string) => void;
  replace: (from: string, to: string) => void;
}

/** Sends files one after the other and puts each into the text once it is there. */
export function useAttachments(text: AttachedText) {
  const [attachments, setAttachments] = useState<Attachment[]>([]);
  const queue = useRef(Promise.resolve());

  const change = (id: string, more: Partial<Attachment>) =>
    setAttachments((all) => all.map((one) => (one.id === id ? { ...one, ...more } : one)));

  const send = async (id: string, file: File) => {
    try {
      if (file.size > maxUpload) throw new TooLargeFile();
      const upload = await sendUpload(file);
      change(id, { upload });
      text.insert(markdownOf(upload, ''));
    } catch (problem) {
      change(id, { problem });
    }
  };

  const add = (files: File[]) => {
    for (const file of files) {
      const id = uuid();
      setAttachments((all) => [...all, { id, name: file.name, description: '' }]);
      queue.current = queue.current.then(() => send(id, file));
    }
  };

  const describe = (id: string, description: string) => {
    const one = attachments.find((attachment) => attachment.id === id);
    if (!one?.upload) return;
    text.replace(...withDescription(one.upload, one.description, description));
    change(id, { description });
  };

  const dismiss = (id: string) => setAttachments((all) => all.filter((one) => one.id !== id));

  return { attachments, add, describe, dismiss };
}
