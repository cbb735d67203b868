import { useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { saveListsQuery, useCreateList, useOrderLists } from '@/api/saves';
import { Panel } from '@/ui/panel';
import { useProblemText } from '@/ui/states';
import { ListRow } from './list-row';
import classes from './saves.module.css';

/** One's named lists: rename, delete, put in order, make another. */
export function ListsPanel({ current }: { current: number | undefined }) {
  const { t } = useLingui();
  const { data } = useQuery(saveListsQuery);
  const order = useOrderLists();
  const lists = data?.items.filter(({ id }) => id !== 0) ?? [];
  const move = (from: number, to: number) => {
    const ids = lists.map(({ id }) => id);
    const [moved] = ids.splice(from, 1);
    if (moved !== undefined) order.mutate(ids.toSpliced(to, 0, moved));
  };
  return (
    <Panel title={t`Your lists`}>
      {data && lists.length === 0 ? (
        <p>{t`Lists keep apart what belongs to different work. Make one and choose it when you save.`}</p>
      ) : null}
      <ul>
        {lists.map((list, place) => (
          <li key={list.id}>
            <ListRow
              list={list}
              current={list.id === current}
              onUp={place > 0 ? () => move(place, place - 1) : undefined}
              onDown={place < lists.length - 1 ? () => move(place, place + 1) : undefined}
            />
          </li>
        ))}
      </ul>
      <NewList />
    </Panel>
  );
}

function NewList() {
  const { t } = useLingui();
  const create = useCreateList();
  const [name, setName] = useState('');
  const problem = useProblemText(create.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) create.mutate(name, { onSuccess: () => setName('') });
  };
  return (
    <form className={classes.add} onSubmit={submit}>
      <TextInput
        size="sm"
        label={t`New list`}
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.currentTarget.value)}
        error={create.error ? problem.detail : undefined}
      />
      <Button
        type="submit"
        variant="default"
        size="xs"
        loading={create.isPending}
        leftSection={<Plus size={14} aria-hidden />}
      >{t`Make the list`}</Button>
    </form>
  );
}
