import '@mantine/core/styles/Combobox.layer.css';
import '@mantine/core/styles/Pill.layer.css';
import '@mantine/core/styles/PillsInput.layer.css';
import { Plural, useLingui } from '@lingui/react/macro';
import { TagsInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { tagNamesQuery } from '@/api/tag-names';
import type { TagSummary } from '@/api/types';
import classes from './ask.module.css';

const most = 5;

interface TagsFieldProps {
  id: string;
  /** A quick question needs none. */
  required?: boolean;
  value: string[];
  onChange: (tags: string[]) => void;
  error?: string;
}

/** The way tags are written: lower case, hyphens between words. The server has the last word. */
function tidy(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}

/** One to five tags, completed from those in use; a new one is simply typed. */
export function TagsField({ id, required = true, value, onChange, error }: TagsFieldProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed, 150);
  const { data } = useQuery(tagNamesQuery(tidy(asked)));
  const known = new Map(data?.items.map((tag) => [tag.name, tag]));
  return (
    <TagsInput
      id={id}
      label={t`Tags`}
      withAsterisk={required}
      description={t`One to five topics, so that those who know about them find the question.`}
      placeholder={value.length === 0 ? t`For example: invoices, onboarding` : ''}
      value={value}
      onChange={(names) => onChange([...new Set(names.map(tidy))].filter(Boolean))}
      searchValue={typed}
      onSearchChange={setTyped}
      data={[...known.keys()]}
      // The server has filtered already, and knows about typing errors.
      filter={({ options }) => options}
      maxTags={most}
      splitChars={[',', ';', ' ']}
      acceptValueOnBlur
      clearable={false}
      error={error}
      renderOption={({ option }) => <TagOption tag={known.get(option.value)} name={option.value} />}
      // A short list needs no scrolling, and a scrolling one would need a way in for the keyboard.
      withScrollArea={false}
    />
  );
}

function TagOption({ tag, name }: { tag: TagSummary | undefined; name: string }): ReactNode {
  return (
    <span className={classes.option}>
      <span className={classes.optionName}>{name}</span>
      {tag ? (
        <span className={classes.optionCount}>
          <Plural value={tag.questionCount} one="# question" other="# questions" />
        </span>
      ) : null}
      {tag?.description ? <span className={classes.optionText}>{tag.description}</span> : null}
    </span>
  );
}
