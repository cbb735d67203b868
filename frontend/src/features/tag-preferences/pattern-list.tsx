import { useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { tagNamesQuery } from '@/api/tag-names';
import { useTagPreference } from '@/api/tag-preferences';
import { fieldErrorsOf } from '@/ui/form-errors';
import { useProblemText } from '@/ui/states';
import { useRefusal } from '@/ui/use-refusal';
import classes from './tags-panel.module.css';

interface PatternListProps {
  title: string;
  label: string;
  patterns: string[];
  removeLabel: (pattern: string) => string;
  add: { kind: 'watch' | 'ignore' };
  remove: { kind: 'unwatch' | 'unignore' };
}

export function PatternList(props: PatternListProps) {
  const { title, label, patterns, removeLabel, add, remove } = props;
  const { t } = useLingui();
  const refused = useRefusal();
  const adding = useTagPreference();
  const removing = useTagPreference();
  const [typed, setTyped] = useState('');
  const problem = useProblemText(adding.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const pattern = typed.trim();
    if (pattern) adding.mutate({ ...add, pattern }, { onSuccess: () => setTyped('') });
  };
  return (
    <form className={classes.part} onSubmit={submit}>
      <h3 className={classes.title}>{title}</h3>
      {patterns.length > 0 ? (
        <ul className={classes.chips} aria-label={title}>
          {patterns.map((pattern) => (
            <li key={pattern}>
              <button
                type="button"
                className={classes.removable}
                aria-label={removeLabel(pattern)}
                onClick={() => removing.mutate({ ...remove, pattern }, { onError: refused })}
              >
                {pattern}
                <X size={13} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <div className={classes.add}>
        <PatternField
          label={label}
          value={typed}
          onChange={setTyped}
          error={
            adding.error ? (fieldErrorsOf(adding.error)[0]?.message ?? problem.detail) : undefined
          }
        />
        <Button type="submit" variant="default" size="xs" h={32} loading={adding.isPending}>
          {t`Add`}
        </Button>
      </div>
    </form>
  );
}

interface PatternFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
}

function PatternField({ label, value, onChange, error }: PatternFieldProps) {
  const { t } = useLingui();
  const id = useId();
  const [asked] = useDebouncedValue(value.trim().toLowerCase(), 150);
  const { data } = useQuery({ ...tagNamesQuery(asked), enabled: asked !== '' });
  return (
    <>
      <TextInput
        aria-label={label}
        placeholder={t`For example: postgres*`}
        size="xs"
        styles={{ input: { height: 32 } }}
        list={id}
        value={value}
        maxLength={35}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
        autoComplete="off"
      />
      <datalist id={id}>
        {asked ? data?.items.map(({ name }) => <option key={name} value={name} />) : null}
      </datalist>
    </>
  );
}
