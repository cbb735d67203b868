import { useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { useState } from 'react';

const pause = 200;

interface TagFilterFieldProps {
  words: string;
  onFilter: (words: string) => void;
}

/** Narrows the list while one types. */
export function TagFilterField({ words, onFilter }: TagFilterFieldProps) {
  const { t } = useLingui();
  const [text, setText] = useState(words);
  const [seen, setSeen] = useState(words);
  const [sent, setSent] = useState(words);
  const filter = useDebouncedCallback((value: string) => {
    setSent(value);
    onFilter(value);
  }, pause);
  // Another filter came by the address, from a link or Back; what was sent from here is there already.
  if (seen !== words) {
    setSeen(words);
    if (words !== sent) setText(words);
  }
  const write = (value: string) => {
    setText(value);
    filter(value.trim());
  };
  return (
    <search>
      <TextInput
        type="search"
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
        aria-label={t`Filter the tags by name`}
        placeholder={t`Filter by name`}
        leftSection={<Search size={16} aria-hidden />}
        size="sm"
        w={{ base: '100%', xs: 240 }}
      />
    </search>
  );
}
