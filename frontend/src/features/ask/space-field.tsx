import { useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import type { Space } from '@/api/types';

interface SpaceFieldProps {
  id: string;
  spaces: Space[];
  value: string;
  onChange: (slug: string) => void;
  error?: string;
}

export function SpaceField({ id, spaces, value, onChange, error }: SpaceFieldProps) {
  const { t } = useLingui();
  return (
    <NativeSelect
      id={id}
      label={t`Space`}
      description={t`Where the question stands decides who can read it.`}
      data={spaces.map(({ slug, name }) => ({ value: slug, label: name }))}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
  );
}
