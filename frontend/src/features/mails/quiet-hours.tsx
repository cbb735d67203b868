import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Switch.layer.css';
import { useLingui } from '@lingui/react/macro';
import { NativeSelect, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { MailChange, MailPreferences } from '@/api/mails';
import { Part } from '@/ui/part';
import classes from './mails.module.css';

interface QuietHoursProps {
  preferences: MailPreferences;
  onChange: (change: MailChange) => void;
}

/** What is due in these hours comes at their end. */
export function QuietHours({ preferences, onChange }: QuietHoursProps) {
  const { t } = useLingui();
  const { quiet, quietFrom, quietTo, timeZone } = preferences;
  return (
    <Part
      title={t`Quiet hours`}
      hint={t`No e-mail reaches you then. What is due in these hours comes at their end.`}
    >
      <Switch
        checked={quiet}
        onChange={(event) => onChange({ quiet: event.currentTarget.checked })}
        label={t`Keep quiet hours`}
      />
      {quiet ? (
        <div className={classes.hours}>
          <Time
            key={`from ${quietFrom}`}
            label={t`From`}
            value={quietFrom}
            other={quietTo}
            onChange={(time) => onChange({ quietFrom: time })}
          />
          <Time
            key={`to ${quietTo}`}
            label={t`To`}
            value={quietTo}
            other={quietFrom}
            onChange={(time) => onChange({ quietTo: time })}
          />
          <NativeSelect
            label={t`Time zone`}
            data={[...new Set(['UTC', timeZone || 'UTC', ...Intl.supportedValuesOf('timeZone')])]}
            value={timeZone || 'UTC'}
            onChange={(event) => onChange({ timeZone: event.currentTarget.value })}
          />
        </div>
      ) : null}
    </Part>
  );
}

interface TimeProps {
  label: string;
  value: string;
  other: string;
  onChange: (time: string) => void;
}

/** Counts when it is left, so that nothing is saved of a time that is half typed. */
function Time({ label, value, other, onChange }: TimeProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(value);
  const same = typed === other;
  return (
    <TextInput
      type="time"
      label={label}
      value={typed}
      error={same ? t`Choose another time than the other one.` : undefined}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        if (typed === '') setTyped(value);
        else if (typed !== value && !same) onChange(typed);
      }}
    />
  );
}
