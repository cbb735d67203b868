import { useLingui } from '@lingui/react/macro';
import { useId, useState } from 'react';
import type { KeptMail } from '@/api/mails';
import { RelativeTime } from '@/ui/relative-time';
import { TextAction } from '@/ui/text-action';
import classes from './mails.module.css';

/** A mail by its subject; its text part is shown on demand. */
export function KeptMailRow({ mail }: { mail: KeptMail }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const part = useId();
  const { subject } = mail;
  return (
    <article className={classes.mail}>
      <div className={classes.head}>
        <h2 className={classes.subject}>{subject}</h2>
        <TextAction
          aria-expanded={open}
          aria-controls={part}
          aria-label={open ? t`Hide ${subject}` : t`Read ${subject}`}
          onClick={() => setOpen(!open)}
        >
          {open ? t`Hide` : t`Read`}
        </TextAction>
      </div>
      <p className={classes.facts}>
        {mail.recipient}
        {' · '}
        <RelativeTime value={mail.at} />
      </p>
      <div id={part}>{open ? <p className={classes.text}>{mail.text}</p> : null}</div>
    </article>
  );
}
