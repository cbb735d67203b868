import type { ReactNode } from 'react';
import classes from './dialogs.module.css';

interface ChoiceProps {
  id?: string | undefined;
  type: 'radio' | 'checkbox';
  /** What radio buttons that exclude each other share. */
  group?: string;
  name: string;
  hint: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** A box or a radio button with a line of explanation, large enough for a thumb. */
export function Choice({ id, type, group, name, hint, checked, onChange }: ChoiceProps) {
  return (
    <label className={classes.choice}>
      <input
        id={id}
        type={type}
        name={group}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        <span className={classes.name}>{name}</span>
        <br />
        <span className={classes.hint}>{hint}</span>
      </span>
    </label>
  );
}
