import { type KeyboardEvent, useState } from 'react';

export interface Options {
  /** The id of the chosen option's element. */
  active: string | null;
  choose: (id: string | null) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  /** Opens the chosen option; false when there is none. */
  open: () => boolean;
}

function step(key: string, from: number, last: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return from === last ? -1 : from + 1;
    case 'ArrowUp':
      return from === -1 ? last : from - 1;
    default:
      return null;
  }
}

/**
 * The keys of a combobox: focus stays in the field, the arrows move through the options of the list
 * with the given id, and on past either end back into the field.
 */
export function useOptions(listId: string): Options {
  const [active, setActive] = useState<string | null>(null);

  const find = () => [
    ...(document.getElementById(listId)?.querySelectorAll('[role=option]') ?? []),
  ];

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey || event.metaKey || event.ctrlKey) return;
    const options = find();
    const from = options.findIndex((option) => option.id === active);
    const to = step(event.key, from, options.length - 1);
    if (to === null) return;
    event.preventDefault();
    const option = options[to];
    setActive(option?.id ?? null);
    option?.scrollIntoView({ block: 'nearest' });
  };

  const open = () => {
    const option = find().find(({ id }) => id === active);
    if (!(option instanceof HTMLElement)) return false;
    option.click();
    return true;
  };

  return { active, choose: setActive, onKeyDown, open };
}
