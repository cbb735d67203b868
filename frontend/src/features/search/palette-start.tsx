import { useLingui } from '@lingui/react/macro';
import { linkOptions } from '@tanstack/react-router';
import { History } from 'lucide-react';
import classes from './palette.module.css';
import { type Command, PaletteCommands } from './palette-commands';
import { PaletteOption } from './palette-option';
import type { Options } from './use-options';

interface PaletteStartProps {
  id: string;
  recent: string[];
  commands: Command[];
  options: Options;
  onLeave: () => void;
  onForget: () => void;
}

/** Before anything is typed: what one searched for last, and what the field understands. */
export function PaletteStart({
  id,
  recent,
  commands,
  options,
  onLeave,
  onForget,
}: PaletteStartProps) {
  const { t } = useLingui();
  return (
    <>
      {recent.length + commands.length > 0 ? (
        <div
          id={id}
          role="listbox"
          aria-label={t`Recent searches and commands`}
          className={classes.list}
        >
          {recent.map((words, index) => (
            <PaletteOption
              key={words}
              id={`${id}-recent-${index}`}
              options={options}
              link={linkOptions({ to: '/search', search: { q: words } })}
              onOpen={onLeave}
              lead={<History size={16} aria-hidden />}
              title={words}
            />
          ))}
          <PaletteCommands id={id} commands={commands} options={options} onLeave={onLeave} />
        </div>
      ) : null}
      <div className={classes.start}>
        <p>{t`Finds questions, answers, people and tags. Narrow it with [tag], user:name, "exact words" or is:unanswered.`}</p>
        {recent.length > 0 ? (
          <button type="button" className={classes.forget} onClick={onForget}>
            {t`Forget recent searches`}
          </button>
        ) : null}
      </div>
    </>
  );
}
