import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { mentionsQuery } from '@/api/mentions';
import { mentionAt } from '@/lib/mention-at';
import classes from './mention-completion.module.css';

interface MentionCompletionProps {
  area: RefObject<HTMLTextAreaElement | null>;
  text: string;
  /** Only people who may read this space are offered. */
  space: string;
  /** A whole new text. */
  onChange: (text: string) => void;
}

/**
 * Offers people while an @ is being completed in a text area, which keeps the focus: arrow keys
 * choose, Enter or Tab takes, Escape closes.
 */
export function MentionCompletion({ area, text, space, onChange }: MentionCompletionProps) {
  const { t } = useLingui();
  const id = useId();
  const [caret, setCaret] = useState(() => area.current?.selectionStart ?? text.length);
  const [chosen, setChosen] = useState(0);
  const [closedAt, setClosedAt] = useState<number | null>(null);
  // Behind the space that a completion has written, until something else is written.
  const behindSpace = useRef<number | null>(null);
  const begun = mentionAt(text, caret);
  const open = begun !== null && begun.from !== closedAt;
  const { data } = useQuery({
    ...mentionsQuery(space, begun?.beginning ?? ''),
    enabled: open,
  });
  const people = open ? (data?.items ?? []) : [];
  const active = Math.min(chosen, people.length - 1);
  const optionId = (index: number) => `${id}-${index}`;

  const take = (index: number) => {
    const person = people[index];
    if (!(begun && person)) return;
    const before = `${text.slice(0, begun.from)}@${person.handle} `;
    onChange(before + text.slice(caret));
    setCaret(before.length);
    behindSpace.current = before.length;
    // The text area has the new text only after this event.
    requestAnimationFrame(() => area.current?.setSelectionRange(before.length, before.length));
  };
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (people.length === 0 || event.ctrlKey || event.metaKey || event.isComposing) return;
    const count = people.length;
    if (event.key === 'ArrowDown') setChosen((active + 1) % count);
    else if (event.key === 'ArrowUp') setChosen((active + count - 1) % count);
    else if (event.key === 'Enter' || event.key === 'Tab') take(active);
    else if (event.key === 'Escape') setClosedAt(begun?.from ?? null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  // Who types the space as well has one, not two.
  const onBeforeInput = useEffectEvent((event: InputEvent) => {
    const at = area.current?.selectionStart;
    if (event.data === ' ' && at === behindSpace.current) event.preventDefault();
    behindSpace.current = null;
  });
  const onMove = useEffectEvent(() => {
    const next = area.current?.selectionStart ?? 0;
    if (next === caret) return;
    setCaret(next);
    setChosen(0);
    // What was closed stays closed only while it is being written.
    if (!mentionAt(area.current?.value ?? '', next)) setClosedAt(null);
  });
  useEffect(() => {
    const element = area.current;
    if (!element) return undefined;
    const moves = ['input', 'keyup', 'click'] as const;
    const key = (event: KeyboardEvent) => onKeyDown(event);
    const move = () => onMove();
    const input = (event: InputEvent) => onBeforeInput(event);
    element.addEventListener('keydown', key);
    element.addEventListener('beforeinput', input);
    for (const name of moves) element.addEventListener(name, move);
    return () => {
      element.removeEventListener('keydown', key);
      element.removeEventListener('beforeinput', input);
      for (const name of moves) element.removeEventListener(name, move);
    };
  }, [area]);

  const activeId = people.length > 0 ? optionId(active) : null;
  useEffect(() => {
    const element = area.current;
    if (!(element && activeId)) return undefined;
    const said = {
      'aria-autocomplete': 'list',
      'aria-controls': id,
      'aria-activedescendant': activeId,
    };
    for (const [name, value] of Object.entries(said)) element.setAttribute(name, value);
    return () => {
      for (const name of Object.keys(said)) element.removeAttribute(name);
    };
  }, [area, id, activeId]);

  if (people.length === 0) return null;
  return (
    <div
      role="listbox"
      id={id}
      tabIndex={-1}
      aria-label={t`People to mention`}
      className={classes.list}
    >
      {people.map((person, index) => (
        <div
          key={person.id}
          role="option"
          id={optionId(index)}
          tabIndex={-1}
          aria-selected={index === active}
          className={classes.option}
          // A press must not take the focus out of the text.
          onMouseDown={(event) => {
            event.preventDefault();
            take(index);
          }}
        >
          <span className={classes.name}>{person.name}</span>
          <span className={classes.handle}>@{person.handle}</span>
        </div>
      ))}
    </div>
  );
}
