import { Plural, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { similarQuestionsQuery } from '@/api/questions';
import type { Question, SearchHit } from '@/api/types';
import { Choice } from './choice';
import classes from './dialogs.module.css';

const pause = 250;

interface OriginalFieldProps {
  id: string;
  label: string;
  question: Question;
  chosen: SearchHit | null;
  onChoose: (hit: SearchHit) => void;
  error: string | undefined;
}

/** Finds another question; it begins with those that are like this one. */
export function OriginalField(props: OriginalFieldProps) {
  const { id, label, question, chosen, onChoose, error } = props;
  const { t } = useLingui();
  const [words, setWords] = useState('');
  const [settled] = useDebouncedValue(words.trim(), pause);
  const { data, error: failed } = useQuery({
    ...similarQuestionsQuery(settled || question.title),
    placeholderData: keepPreviousData,
  });
  const hits = data?.items.filter((hit) => hit.id !== question.id) ?? [];
  return (
    <div>
      <TextInput
        id={id}
        type="search"
        label={label}
        description={t`These are like it. Search for another one by its words.`}
        leftSection={<Search size={16} aria-hidden />}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        error={error}
      />
      <fieldset className={`${classes.choices} ${classes.found}`} aria-label={t`Questions found`}>
        {hits.map((hit) => (
          <Choice
            key={hit.id}
            type="radio"
            group="original"
            name={hit.title}
            hint={<State hit={hit} />}
            checked={chosen?.id === hit.id}
            onChange={() => onChoose(hit)}
          />
        ))}
      </fieldset>
      <p className={classes.text} role="status">
        {data && hits.length === 0 ? t`No question is found with these words. Try fewer.` : null}
        {failed ? t`The search does not answer. Try again in a moment.` : null}
      </p>
    </div>
  );
}

function State({ hit }: { hit: SearchHit }) {
  const { t } = useLingui();
  if (hit.accepted) return t`Solved`;
  return <Plural value={hit.answerCount} _0="No answer yet" one="# answer" other="# answers" />;
}
