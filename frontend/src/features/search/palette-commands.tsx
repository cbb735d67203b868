import { useLingui } from '@lingui/react/macro';
import { ChevronRight } from 'lucide-react';
import classes from './palette.module.css';
import type { Options } from './use-options';

/** Something one can do from the palette. */
export interface Command {
  label: string;
  /** The single keys that do the same. */
  keys?: string;
  run: () => void;
}

interface PaletteCommandsProps {
  /** Of the list, which the field controls. */
  id: string;
  commands: Command[];
  options: Options;
  onLeave: () => void;
}

/** Those whose name has all the words; all of them where there are none. */
export function commandsFor(commands: Command[], words: string): Command[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter(({ label }) =>
    wanted.every((word) => label.toLocaleLowerCase().includes(word)),
  );
}

export function PaletteCommands({ id, commands, options, onLeave }: PaletteCommandsProps) {
  const { t } = useLingui();
  if (commands.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: groups of options are made with a role
    <div role="group" aria-labelledby={`${id}-commands`}>
      <div id={`${id}-commands`} role="presentation" className={classes.heading}>
        {t`Commands`}
      </div>
      {commands.map((command, index) => (
        <CommandOption
          key={command.label}
          id={`${id}-command-${index}`}
          command={command}
          options={options}
          onLeave={onLeave}
        />
      ))}
    </div>
  );
}

interface CommandOptionProps {
  id: string;
  command: Command;
  options: Options;
  onLeave: () => void;
}

function CommandOption({ id, command, options, onLeave }: CommandOptionProps) {
  const press = () => {
    onLeave();
    // The dialog gives the focus back first; a command may want it elsewhere.
    requestAnimationFrame(() => requestAnimationFrame(command.run));
  };
  return (
    <button
      type="button"
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={options.active === id}
      className={`${classes.option} ${classes.command}`}
      onClick={press}
      onMouseMove={() => options.choose(id)}
    >
      <span className={classes.lead}>
        <ChevronRight size={16} aria-hidden />
      </span>
      <span className={classes.words}>
        <span className={classes.title}>{command.label}</span>
      </span>
      {command.keys ? (
        <span className={classes.shortcut} aria-hidden>
          {command.keys.split(' ').map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </span>
      ) : null}
    </button>
  );
}
