import { useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import classes from './search-box.module.css';
import { SearchTips } from './search-tips';

interface SearchBoxProps {
  /** The words of the address. */
  words: string;
  onSearch: (words: string) => void;
}

/** The words and operators of a search; the explanations stand beside it. */
export function SearchBox({ words, onSearch }: SearchBoxProps) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(words);
  const [seen, setSeen] = useState(words);
  const [explained, setExplained] = useState(words === '');
  // Another search came by the address: from the palette, a link or Back.
  if (seen !== words) {
    setSeen(words);
    setText(words);
  }

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setExplained(false);
    onSearch(text.trim());
  };
  const add = (operator: string) => {
    setText((current) => `${current.trimEnd()} ${operator}`.trimStart());
    input.current?.focus();
  };

  return (
    <search>
      <form onSubmit={submit} className={classes.form}>
        <TextInput
          ref={input}
          className={classes.field ?? ''}
          type="search"
          name="q"
          enterKeyHint="search"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          aria-label={t`Words and operators`}
          leftSection={<Search size={16} aria-hidden />}
        />
        <Button type="submit">{t({ message: 'Search', context: 'button' })}</Button>
        <Button
          variant="default"
          aria-expanded={explained}
          onClick={() => setExplained((shown) => !shown)}
        >{t`Search tips`}</Button>
      </form>
      {explained ? <SearchTips onAdd={add} /> : null}
    </search>
  );
}
