import { useLingui } from '@lingui/react/macro';
import { Loader, TextInput } from '@mantine/core';
import { FileText, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import classes from './attachments.module.css';

interface Shown {
  id: string;
  name: string;
  upload?: { url: string; name: string; picture: boolean };
  description: string;
  /** Why it was not taken, in words. */
  refusal?: string;
}

interface AttachmentsProps {
  attachments: Shown[];
  onDescribe: (id: string, description: string) => void;
  onDismiss: (id: string) => void;
}

/** What was put into the text above: each picture asks for its description. */
export function Attachments({ attachments, onDescribe, onDismiss }: AttachmentsProps) {
  const { t } = useLingui();
  if (attachments.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={t`Pictures and files`}>
      {attachments.map((one) => (
        <li key={one.id} className={classes.item}>
          <Face attachment={one} />
          <span className={classes.text}>
            <Said attachment={one} onDescribe={(words) => onDescribe(one.id, words)} />
          </span>
          {one.upload || one.refusal ? (
            <button
              type="button"
              className={classes.close}
              aria-label={t`Hide ${one.name}`}
              onClick={() => onDismiss(one.id)}
            >
              <X size={16} aria-hidden />
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Face({ attachment: { upload, refusal } }: { attachment: Shown }): ReactNode {
  if (refusal) return <TriangleAlert size={18} className={classes.warning} aria-hidden />;
  if (!upload) return <Loader size={18} aria-hidden />;
  if (!upload.picture) return <FileText size={18} aria-hidden />;
  return <img className={classes.thumbnail} src={`${upload.url}?width=400`} alt="" />;
}

function Said({
  attachment: { name, upload, description, refusal },
  onDescribe,
}: {
  attachment: Shown;
  onDescribe: (description: string) => void;
}): ReactNode {
  const { t } = useLingui();
  if (refusal) {
    return (
      <span role="alert">
        <strong>{name}</strong>: {refusal}
      </span>
    );
  }
  if (!upload) return <span role="status">{t`Sending ${name}`}</span>;
  if (!upload.picture)
    return <span role="status">{t`${upload.name} is linked in your text.`}</span>;
  return (
    <TextInput
      size="xs"
      label={t`What does ${upload.name} show?`}
      description={t`For those who do not see the picture, and for the search.`}
      maxLength={300}
      value={description}
      onChange={(event) => onDescribe(event.currentTarget.value)}
    />
  );
}
