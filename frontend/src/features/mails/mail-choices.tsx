import { useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import {
  type MailChange,
  type MailPreferences,
  mailPreferencesQuery,
  usePreferMails,
} from '@/api/mails';
import type { Me } from '@/api/types';
import { ButtonLink } from '@/ui/button-link';
import { Part } from '@/ui/part';
import { ErrorState, SkeletonRows } from '@/ui/states';
import { useRefusal } from '@/ui/use-refusal';
import classes from './mails.module.css';
import { QuietHours } from './quiet-hours';

/** How soon one hears by e-mail of what reaches the inbox. Each choice applies at once. */
export function MailChoices({ me }: { me: Me }) {
  const { t } = useLingui();
  const { data, error, refetch, isPending } = useQuery(mailPreferencesQuery);
  const prefer = usePreferMails();
  const refused = useRefusal();
  if (isPending) return <SkeletonRows rows={8} height={44} />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const change = (wanted: MailChange) => {
    // The hours of somebody whose time zone was never told are those of the computer they choose at.
    const timeZone = data.timeZone || Intl.DateTimeFormat().resolvedOptions().timeZone;
    prefer.mutate({ timeZone, ...wanted }, { onError: refused });
  };
  return (
    <>
      <Part
        title={t`E-mails`}
        hint={t`Of what reaches your inbox and you have not read when the e-mail is due. Daily ones come at 8 in the morning, weekly ones on Mondays.`}
      >
        <Sending me={me} sending={data.sending} />
        <Paces preferences={data} onChange={change} />
      </Part>
      <QuietHours preferences={data} onChange={change} />
    </>
  );
}

function Sending({ me, sending }: { me: Me; sending: MailPreferences['sending'] }) {
  const { t } = useLingui();
  if (sending === 'none') {
    return (
      <p className={classes.note}>
        {t`This installation sends no e-mails yet. What you choose counts from when it does.`}
      </p>
    );
  }
  if (sending === 'kept' && me.permissions.administer) {
    return (
      <p className={classes.note}>
        <span>{t`There is no mail server, so e-mails are kept here instead of sent.`}</span>
        <ButtonLink to="/mails" variant="default" size="xs">{t`See the e-mails`}</ButtonLink>
      </p>
    );
  }
  return null;
}

interface ChoiceProps {
  preferences: MailPreferences;
  onChange: (change: MailChange) => void;
}

function Paces({ preferences, onChange }: ChoiceProps) {
  const { t } = useLingui();
  const topics = [
    { key: 'answers', label: t`Answers to your questions` },
    { key: 'comments', label: t`Comments on your posts` },
    { key: 'accepts', label: t`Accepted answers and bounties` },
    { key: 'edits', label: t`Edits of your posts` },
    { key: 'votes', label: t`Votes on your posts` },
    { key: 'followed', label: t`What you follow` },
    { key: 'closing', label: t`Your question was closed or reopened` },
    { key: 'recognition', label: t`Badges and privileges you earned` },
  ] as const;
  const paces = [
    { value: 'at-once', label: t`At once` },
    { value: 'hourly', label: t`Hourly` },
    { value: 'daily', label: t`Daily` },
    { value: 'weekly', label: t`Weekly` },
    { value: 'off', label: t`Never` },
  ] as const;
  return (
    <div className={classes.paces}>
      {topics.map(({ key, label }) => (
        <NativeSelect
          key={key}
          classNames={{ root: classes.pace, label: classes.topic, wrapper: classes.choice }}
          label={label}
          data={paces}
          value={preferences[key]}
          onChange={(event) => {
            const chosen = paces.find(({ value }) => value === event.currentTarget.value);
            if (chosen) onChange({ [key]: chosen.value });
          }}
        />
      ))}
    </div>
  );
}
