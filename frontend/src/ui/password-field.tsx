import '@mantine/core/styles/PasswordInput.layer.css';
import { useLingui } from '@lingui/react/macro';
import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useState } from 'react';

type PasswordFieldProps = Omit<PasswordInputProps, 'autoComplete'> & {
  autoComplete: 'current-password' | 'new-password';
};

/** A password that one can look at while typing; the switch is reachable by keyboard. */
export function PasswordField(props: PasswordFieldProps) {
  const { t } = useLingui();
  const [visible, setVisible] = useState(false);
  return (
    <PasswordInput
      visible={visible}
      onVisibilityChange={setVisible}
      visibilityToggleButtonProps={{
        'aria-label': visible ? t`Hide the password` : t`Show the password`,
        tabIndex: 0,
      }}
      spellCheck={false}
      // Mantine tells the eye only.
      aria-invalid={props.error ? true : undefined}
      {...props}
    />
  );
}
