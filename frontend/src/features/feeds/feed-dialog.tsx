import { useLingui } from '@lingui/react/macro';
import { Button, Modal } from '@mantine/core';
import { useMakeFeed } from '@/api/feeds';
import { TextLink } from '@/ui/text-action';
import { useRefusal } from '@/ui/use-refusal';
import { AddressToCopy } from './address-to-copy';
import classes from './feeds.module.css';

interface FeedDialogProps {
  name: string;
  feed: string;
  onClose: () => void;
}

/** The two addresses of a feed: with what oneself may read, and with what everybody may. */
export function FeedDialog({ name, feed, onClose }: FeedDialogProps) {
  const { t } = useLingui();
  const make = useMakeFeed();
  const refused = useRefusal();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Feed of this list`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <div className={classes.parts}>
        <p className={classes.words}>
          {t`A feed reader shows what is new in this list. Give it one of these addresses.`}
        </p>
        {make.data ? (
          <AddressToCopy
            label={t`Your private address`}
            hint={t`Copy it now, it is not shown again. Whoever has it sees in this feed what you may read.`}
            address={make.data.url}
          />
        ) : (
          <div className={classes.offer}>
            <p className={classes.words}>
              {t`A private address shows all that you may read. You can take it back at any time.`}
            </p>
            <Button
              data-autofocus
              loading={make.isPending}
              onClick={() => make.mutate({ name, feed }, { onError: refused })}
            >{t`Make a private address`}</Button>
          </div>
        )}
        <AddressToCopy
          label={t`Public address`}
          hint={t`It shows only what everybody may read, and nothing where there is no such thing.`}
          address={window.location.origin + feed}
        />
        <TextLink to="/settings/feeds">{t`Your private feeds`}</TextLink>
      </div>
    </Modal>
  );
}
