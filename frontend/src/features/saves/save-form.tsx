import { useLingui } from '@lingui/react/macro';
import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type SaveChange, saveListsQuery } from '@/api/saves';
import classes from './saves.module.css';
import { useListName } from './use-list-name';

const longest = 1000;

interface SaveFormProps {
  list: number;
  note: string;
  autoFocus?: boolean;
  /** Tells what is not saved yet. */
  onTouch?: (change: SaveChange) => void;
  onSave: (change: SaveChange) => void;
  onRemove: () => void;
}

/** In which list a saved post lies, and what one wants to remember about it. */
export function SaveForm({ list, note, autoFocus, onTouch, onSave, onRemove }: SaveFormProps) {
  const { t } = useLingui();
  const nameOf = useListName();
  const { data } = useQuery(saveListsQuery);
  const [chosen, setChosen] = useState(list);
  const [text, setText] = useState(note);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus]);
  // What was not touched is left out: another window may have changed it since.
  const changeOf = (listId: number, words: string): SaveChange => ({
    ...(listId === list ? {} : { listId }),
    ...(words === note ? {} : { note: words }),
  });
  const choose = (listId: number) => {
    setChosen(listId);
    onTouch?.(changeOf(listId, text));
  };
  const write = (words: string) => {
    setText(words);
    onTouch?.(changeOf(chosen, words));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(changeOf(chosen, text));
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <NativeSelect
        label={t`List`}
        size="sm"
        value={String(chosen)}
        data={(data?.items ?? [{ id: chosen, name: '' }]).map((one) => ({
          value: String(one.id),
          label: nameOf(one),
        }))}
        onChange={(event) => choose(Number(event.currentTarget.value))}
      />
      <Textarea
        ref={field}
        label={t`Note`}
        description={t`Only you see it.`}
        size="sm"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={longest}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button type="submit" size="xs">{t`Done`}</Button>
        <Button variant="default" size="xs" onClick={onRemove}>{t`Remove from saved`}</Button>
      </div>
    </form>
  );
}
