import { useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';

const longest = 150;

interface TitleFieldProps {
  id: string;
  value: string;
  onChange: (title: string) => void;
  error?: string;
}

export function TitleField({ id, value, onChange, error }: TitleFieldProps) {
  const { t } = useLingui();
  return (
    <TextInput
      id={id}
      label={t`Title`}
      withAsterisk
      description={t`Say in one sentence what you want to know, as you would to a colleague.`}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      maxLength={longest}
      autoComplete="off"
    />
  );
}
