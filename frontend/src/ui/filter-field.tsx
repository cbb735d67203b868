import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { useState } from 'react';

const pause = 200;

interface FilterFieldProps {
  /** The words in the address; a link or Back may change them from outside. */
  words: string;
  onFilter: (words: string) => void;
  label: string;
  placeholder: string;
}

/** Narrows a list while one types. */
export function FilterField({ words, onFilter, label, placeholder }: FilterFieldProps) {
  const [text, setText] = useState(words);
  const [seen, setSeen] = useState(words);
  const [sent, setSent] = useState(words);
  const filter = useDebouncedCallback((value: string) => {
    setSent(value);
    onFilter(value);
  }, pause);
  // What was sent from here is in the field already; what came by the address is not.
  if (seen !== words) {
    setSeen(words);
    if (words !== sent) setText(words);
  }
  return (
    <search>
      <TextInput
        type="search"
        value={text}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          filter(value.trim());
        }}
        aria-label={label}
        placeholder={placeholder}
        leftSection={<Search size={16} aria-hidden />}
        w={{ base: '100%', xs: 240 }}
      />
    </search>
  );
}
