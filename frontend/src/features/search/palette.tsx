import { useLingui } from '@lingui/react/macro';
import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { useMe } from '@/api/me';
import classes from './palette.module.css';
import { type Command, commandsFor } from './palette-commands';
import { PaletteFound } from './palette-found';
import { PaletteStart } from './palette-start';
import { forgetSearches, recentSearches, rememberSearch } from './recent-searches';
import { useOptions } from './use-options';

/** Long enough not to ask for every letter of a word, short enough not to be noticed. */
const pause = 120;

interface PaletteProps {
  /** What was typed before this code had come. */
  typed?: string;
  /** What one can do beside finding. */
  commands?: Command[];
  onClose: () => void;
}

/** Search as one types, over every page. */
export function Palette({ typed = '', commands = [], onClose }: PaletteProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const me = useMe();
  const listId = useId();
  const [text, setText] = useState(typed);
  const [asked] = useDebouncedValue(text.trim(), pause);
  const options = useOptions(listId);
  const words = text.trim();
  const [forgotten, setForgotten] = useState(false);
  const recent = forgotten ? [] : recentSearches(me?.id);

  // With no option chosen, Enter asks for all results, as in every search box.
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (options.open()) return;
    if (words) rememberSearch(me?.id, words);
    onClose();
    void navigate({ to: '/search', search: { q: words || undefined } });
  };
  const leave = () => {
    if (words) rememberSearch(me?.id, words);
    onClose();
  };
  const forget = () => {
    forgetSearches(me?.id);
    setForgotten(true);
    options.choose(null);
  };
  const write = (value: string) => {
    setText(value);
    options.choose(null);
  };

  return (
    <Modal.Root opened onClose={onClose} size={640} yOffset={72}>
      <Modal.Overlay />
      <Modal.Content aria-label={t`Search`} classNames={{ content: classes.content ?? '' }}>
        <search>
          <form onSubmit={submit} className={classes.box}>
            <Search size={18} aria-hidden className={classes.icon} />
            <input
              // At once, so that no key is lost; the dialog itself would give focus a moment later.
              // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type into this field
              autoFocus
              data-autofocus
              className={classes.input}
              type="text"
              name="q"
              role="combobox"
              autoComplete="off"
              spellCheck={false}
              enterKeyHint="search"
              value={text}
              onChange={(event) => write(event.currentTarget.value)}
              onKeyDown={options.onKeyDown}
              placeholder={t`Search questions, people, tags …`}
              aria-label={t`Search questions, people, tags …`}
              aria-autocomplete="list"
              aria-expanded={Boolean(words) || recent.length + commands.length > 0}
              aria-controls={listId}
              aria-activedescendant={options.active ?? undefined}
            />
            <button
              type="button"
              className={classes.close}
              onClick={onClose}
              aria-label={t`Close the search`}
            >
              <kbd>{t({ message: 'Esc', comment: 'the key on the keyboard' })}</kbd>
            </button>
          </form>
          {words ? (
            <PaletteFound
              id={listId}
              asked={asked || words}
              commands={commandsFor(commands, words)}
              options={options}
              onLeave={leave}
            />
          ) : (
            <PaletteStart
              id={listId}
              recent={recent}
              commands={commands}
              options={options}
              onLeave={onClose}
              onForget={forget}
            />
          )}
        </search>
      </Modal.Content>
    </Modal.Root>
  );
}
