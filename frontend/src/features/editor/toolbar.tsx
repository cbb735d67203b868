import { useLingui } from '@lingui/react/macro';
import { Tooltip } from '@mantine/core';
import { Fragment, type KeyboardEvent, useState } from 'react';
import type { Command } from './commands';
import classes from './editor.module.css';
import { formats } from './formats';

const isMac = navigator.platform.startsWith('Mac');

/** Mod-Alt-h as people know it: Ctrl+Alt+H. */
function spell(key: string): string {
  return key
    .replace('Mod', isMac ? 'Meta' : 'Control')
    .split('-')
    .map((part) => (part.length === 1 ? part.toUpperCase() : part))
    .join('+');
}

interface ToolbarProps {
  /** The id of the area that the buttons change. */
  controls: string;
  disabled: boolean;
  onFormat: (run: Command) => void;
}

/** One stop for the Tab key; the arrows go from button to button. */
export function Toolbar({ controls, disabled, onFormat }: ToolbarProps) {
  const { t, i18n } = useLingui();
  const [current, setCurrent] = useState(0);
  const count = formats.flat().length;

  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const steps: Record<string, number> = {
      ArrowRight: current + 1,
      ArrowLeft: current - 1,
      Home: 0,
      End: count - 1,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (step + count) % count;
    setCurrent(next);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  };

  let index = -1;
  return (
    <div
      role="toolbar"
      aria-label={t`Formatting`}
      aria-controls={controls}
      className={classes.toolbar}
      onKeyDown={move}
    >
      {formats.map((group, place) => (
        <Fragment key={group[0]?.label.id}>
          {place > 0 ? <span className={classes.divider} aria-hidden /> : null}
          {group.map(({ label, Icon, run, key }) => {
            index += 1;
            const own = index;
            const name = i18n._(label);
            const keys = key ? spell(key) : undefined;
            return (
              <Tooltip
                key={label.id}
                label={keys ? `${name} (${keys.replace('Control', 'Ctrl')})` : name}
              >
                <button
                  type="button"
                  className={classes.tool}
                  aria-label={name}
                  aria-keyshortcuts={keys}
                  aria-disabled={disabled || undefined}
                  tabIndex={own === current ? 0 : -1}
                  onFocus={() => setCurrent(own)}
                  // The selection in the text must survive the press.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => !disabled && onFormat(run)}
                >
                  <Icon size={17} aria-hidden />
                </button>
              </Tooltip>
            );
          })}
        </Fragment>
      ))}
    </div>
  );
}
