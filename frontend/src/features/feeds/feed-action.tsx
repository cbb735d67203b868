import { useLingui } from '@lingui/react/macro';
import { Rss } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useMe } from '@/api/me';
import { lazyPart } from '@/lib/lazy';
import { TextAction } from '@/ui/text-action';
import classes from './feed-action.module.css';

const FeedDialog = lazyPart(() => import('./feed-dialog'), 'FeedDialog');

interface FeedActionProps {
  /** What the feed lists, as its reader will call it. */
  name: string;
  /** What the list is called on its page, where it is not the whole page. */
  label?: string;
  /** Where it is for those who may read it without signing in. */
  feed: string;
}

/** Below a list: the way to its feed, for people and for the programs that look for one. */
export function FeedAction({ name, label, feed }: FeedActionProps) {
  const { t } = useLingui();
  const me = useMe();
  const [opened, setOpened] = useState(false);
  const words = (
    <>
      <Rss size={14} aria-hidden />
      {label ?? t`Feed of this list`}
    </>
  );
  return (
    <p className={classes.place} data-print="never">
      <link rel="alternate" type="application/atom+xml" title={name} href={feed} />
      {me ? (
        <TextAction onClick={() => setOpened(true)}>{words}</TextAction>
      ) : (
        <a href={feed} className={classes.link}>
          {words}
        </a>
      )}
      {opened ? (
        <Suspense>
          <FeedDialog name={name} feed={feed} onClose={() => setOpened(false)} />
        </Suspense>
      ) : null}
    </p>
  );
}
