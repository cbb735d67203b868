import { Trans, useLingui } from '@lingui/react/macro';
import { Modal } from '@mantine/core';
import { keyTable } from '@/lib/keys';
import classes from './keys-sheet.module.css';
import { useKeyWords } from './use-key-words';

const groups = ['list', 'post', 'review', 'go', 'everywhere'] as const;

/** Every single key, by where it works. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const words = useKeyWords();
  return (
    <Modal
      opened
      onClose={onClose}
      size={620}
      title={t`Keys`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {groups.map((group) => (
        <section key={group} aria-labelledby={`keys-${group}`}>
          <h3 id={`keys-${group}`} className={classes.heading}>
            {words.groups[group]}
          </h3>
          <dl className={classes.keys}>
            {keyTable
              .filter((row) => row.group === group)
              .map(({ keys, does }) => (
                <div key={keys} className={classes.row}>
                  <dt className={classes.typed}>
                    {keys.split(' ').map((key) => (
                      <kbd key={key} className={classes.key}>
                        {key}
                      </kbd>
                    ))}
                  </dt>
                  <dd>{words.deeds[does]}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <p className={classes.hint}>
        <Trans>
          <kbd>Ctrl K</kbd> searches and gives commands from anywhere. You can switch single keys
          off in your settings.
        </Trans>
      </p>
    </Modal>
  );
}
