import { useLingui } from '@lingui/react/macro';
import { Modal } from '@mantine/core';
import classes from './keys-sheet.module.css';

/** Which single keys this page listens to. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const keys: [key: string, does: string][] = [
    ['j', t`To the next post`],
    ['k', t`To the previous post`],
    ['u', t`Vote up`],
    ['d', t`Vote down`],
    ['a', t`Write an answer`],
    ['c', t`Comment`],
    ['e', t`Edit`],
    ['s', t`Save`],
    ['/', t`Search`],
    ['?', t`This list`],
  ];
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Keys on this page`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <dl className={classes.keys}>
        {keys.map(([key, does]) => (
          <div key={key} className={classes.row}>
            <dt>
              <kbd className={classes.key}>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.hint}>{t`You can switch single keys off in your settings.`}</p>
    </Modal>
  );
}
