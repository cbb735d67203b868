import { Textarea } from '@mantine/core';

const longest = 500;

interface NoteFieldProps {
  id: string;
  label: string;
  note: string;
  onChange: (note: string) => void;
  error: string | undefined;
  description?: string;
}

/** The words with which somebody explains what they do to a post. */
export function NoteField({ id, label, note, onChange, error, description }: NoteFieldProps) {
  return (
    <Textarea
      id={id}
      label={label}
      description={description}
      autosize
      minRows={2}
      maxRows={6}
      maxLength={longest}
      value={note}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
  );
}
