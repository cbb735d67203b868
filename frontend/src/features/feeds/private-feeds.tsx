import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Rss } from 'lucide-react';
import { useState } from 'react';
import { type PrivateFeed, privateFeedsQuery, useRenewFeed, useRevokeFeed } from '@/api/feeds';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { RelativeTime } from '@/ui/relative-time';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/states';
import { TextAction } from '@/ui/text-action';
import { toast } from '@/ui/toast';
import { useRefusal } from '@/ui/use-refusal';
import { AddressToCopy } from './address-to-copy';
import classes from './feeds.module.css';

/** One's private feeds: what each shows, when it was fetched last, and how to end it. */
export function PrivateFeeds() {
  const { t } = useLingui();
  const { data, error, refetch, isPending } = useQuery(privateFeedsQuery);
  if (isPending) return <SkeletonRows rows={2} height={68} />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data.items.length === 0) {
    return (
      <EmptyState icon={<Rss size={28} />} title={t`You have no private feeds`}>
        {t`Below each list of questions you can make the address of a feed that shows what you may read.`}
      </EmptyState>
    );
  }
  return (
    <ul className={classes.list}>
      {data.items.map((feed) => (
        <FeedRow key={feed.id} feed={feed} />
      ))}
    </ul>
  );
}

function FeedRow({ feed }: { feed: PrivateFeed }) {
  const { t } = useLingui();
  const refused = useRefusal();
  const renew = useRenewFeed();
  const revoke = useRevokeFeed();
  const [ending, setEnding] = useState(false);
  const { id, name } = feed;
  const end = () =>
    revoke.mutate(id, {
      onSuccess: () => toast.done(t`The feed is taken back.`),
      onError: refused,
      onSettled: () => setEnding(false),
    });
  return (
    <li className={classes.row}>
      <div className={classes.head}>
        <span className={classes.name}>{name}</span>
        <span className={classes.actions}>
          <TextAction
            aria-label={t`New address for ${name}`}
            onClick={() => renew.mutate(id, { onError: refused })}
          >{t`New address`}</TextAction>
          <TextAction aria-label={t`Take back ${name}`} onClick={() => setEnding(true)}>
            {t`Take back`}
          </TextAction>
        </span>
      </div>
      <Facts feed={feed} />
      {renew.data ? (
        <AddressToCopy
          label={t`Your new private address`}
          hint={t`Copy it now, it is not shown again. The address before it shows nothing any more.`}
          address={renew.data.url}
        />
      ) : null}
      <ConfirmDialog
        opened={ending}
        title={t`Take this feed back?`}
        action={t`Take back`}
        danger
        busy={revoke.isPending}
        onConfirm={end}
        onClose={() => setEnding(false)}
      >
        {t`Its private address shows nothing any more, in none of your feed readers.`}
      </ConfirmDialog>
    </li>
  );
}

function Facts({ feed: { feed, createdAt, lastUsedAt } }: { feed: PrivateFeed }) {
  const { t } = useLingui();
  const made = <RelativeTime value={createdAt} />;
  const used = lastUsedAt ? <RelativeTime value={lastUsedAt} /> : null;
  return (
    <p className={classes.facts}>
      <code>{feed.replace('/api/v1/feeds/', '')}</code>
      {' · '}
      <Trans>Made {made}</Trans>
      {' · '}
      {used ? <Trans>fetched {used}</Trans> : t`not fetched yet`}
    </p>
  );
}
