import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { FileClock } from 'lucide-react';
import classes from './draft-offer.module.css';
import { RelativeTime } from './relative-time';

interface Offered {
  title?: string;
  body?: string;
  savedAt: string;
}

interface DraftOfferProps {
  offer: Offered;
  /** Nothing is typed here yet, so that nothing can be lost. */
  blank: boolean;
  onTake: () => void;
  onKeep: () => void;
}

const shown = 220;

/** Something else was written here in another window or on another device: the writer decides. */
export function DraftOffer({ offer, blank, onTake, onKeep }: DraftOfferProps) {
  const { t } = useLingui();
  const time = <RelativeTime value={offer.savedAt} />;
  const words = [offer.title, offer.body].filter(Boolean).join(' · ').slice(0, shown);
  return (
    <section className={classes.offer} role="status" aria-label={t`Your draft from elsewhere`}>
      <FileClock size={18} aria-hidden />
      <div className={classes.content}>
        <p>
          {blank ? (
            <Trans>You began this in another window or on another device, {time}.</Trans>
          ) : (
            <Trans>
              You wrote something else here in another window or on another device, {time}. Nothing
              is overwritten until you choose.
            </Trans>
          )}
        </p>
        {words ? <blockquote className={classes.words}>{words}</blockquote> : null}
        <div className={classes.buttons}>
          <Button size="xs" onClick={onTake}>
            {blank ? t`Continue with it` : t`Take the other text`}
          </Button>
          <Button size="xs" variant="default" onClick={onKeep}>
            {blank ? t`Discard it` : t`Keep what is here`}
          </Button>
        </div>
      </div>
    </section>
  );
}
