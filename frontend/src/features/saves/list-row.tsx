import { useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ChevronDown, ChevronUp, Pencil, Trash2 } from 'lucide-react';
import { type FormEvent, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { type SaveList, useDeleteList, useRenameList } from '@/api/saves';
import { lazyPart } from '@/lib/lazy';
import { NumberText } from '@/ui/number';
import { useProblemText } from '@/ui/states';
import { useRefusal } from '@/ui/use-refusal';
import classes from './saves.module.css';

const ConfirmDialog = lazyPart(() => import('@/ui/confirm-dialog'), 'ConfirmDialog');

interface ListRowProps {
  list: SaveList;
  current: boolean;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
}

export function ListRow({ list, current, onUp, onDown }: ListRowProps) {
  const { t } = useLingui();
  const { name } = list;
  const [state, setState] = useState<'shown' | 'renaming' | 'deleting'>('shown');
  const done = () => setState('shown');
  if (state === 'renaming') return <Rename list={list} onDone={done} />;
  return (
    <div className={classes.own}>
      <Link to="/saves" search={{ list: list.id }} aria-current={current ? 'true' : undefined}>
        {name}
      </Link>
      <span className={classes.count}>
        <NumberText value={list.count} />
      </span>
      <Icon label={t`Move ${name} up`} onClick={onUp}>
        <ChevronUp size={16} aria-hidden />
      </Icon>
      <Icon label={t`Move ${name} down`} onClick={onDown}>
        <ChevronDown size={16} aria-hidden />
      </Icon>
      <Icon label={t`Rename ${name}`} onClick={() => setState('renaming')}>
        <Pencil size={14} aria-hidden />
      </Icon>
      <Icon label={t`Delete ${name}`} onClick={() => setState('deleting')}>
        <Trash2 size={14} aria-hidden />
      </Icon>
      {state === 'deleting' ? <Delete list={list} onDone={done} /> : null}
    </div>
  );
}

interface IconProps {
  label: string;
  onClick: (() => void) | undefined;
  children: ReactNode;
}

function Icon({ label, onClick, children }: IconProps) {
  return (
    <button
      type="button"
      className={classes.icon}
      aria-label={label}
      disabled={!onClick}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

function Rename({ list, onDone }: { list: SaveList; onDone: () => void }) {
  const { t } = useLingui();
  const rename = useRenameList(list.id);
  const [name, setName] = useState(list.name);
  const problem = useProblemText(rename.error);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate(name, { onSuccess: onDone });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        size="sm"
        label={t`Name of the list`}
        value={name}
        maxLength={60}
        ref={field}
        onChange={(event) => setName(event.currentTarget.value)}
        error={rename.error ? problem.detail : undefined}
      />
      <div className={classes.buttons}>
        <Button type="submit" size="xs" loading={rename.isPending}>{t`Rename`}</Button>
        <Button variant="default" size="xs" onClick={onDone}>{t`Cancel`}</Button>
      </div>
    </form>
  );
}

function Delete({ list, onDone }: { list: SaveList; onDone: () => void }) {
  const { t } = useLingui();
  const refused = useRefusal();
  const remove = useDeleteList(list.id);
  const { name } = list;
  return (
    <Suspense>
      <ConfirmDialog
        opened
        danger
        title={t`Delete the list ${name}?`}
        action={t`Delete list`}
        busy={remove.isPending}
        onConfirm={() => remove.mutate(undefined, { onSettled: onDone, onError: refused })}
        onClose={onDone}
      >
        {t`What you saved in it stays saved, with your notes, without a list.`}
      </ConfirmDialog>
    </Suspense>
  );
}
