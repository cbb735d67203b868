import { useLingui } from '@lingui/react/macro';
import { Checkbox } from '@mantine/core';
import '@mantine/core/styles/Checkbox.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';

interface OwnAnswerChoiceProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Who has found the answer already shares both at once. */
export function OwnAnswerChoice({ checked, onChange }: OwnAnswerChoiceProps) {
  const { t } = useLingui();
  return (
    <Checkbox
      label={t`Answer it yourself`}
      description={t`You have solved it already: question and answer are posted together, for everyone who comes after.`}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
