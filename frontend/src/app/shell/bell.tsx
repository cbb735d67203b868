import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Bell as BellIcon } from 'lucide-react';
import { Suspense, useEffect, useState } from 'react';
import { unreadQuery } from '@/api/unread';
import { lazyPart } from '@/lib/lazy';
import { IconLink } from '@/ui/button-link';
import classes from './header.module.css';

const LiveInbox = lazyPart(() => import('@/features/inbox/live-inbox'), 'LiveInbox');

/** The way to the inbox, and how much is unread. Listening begins when the page has come to rest. */
export function Bell() {
  const { t } = useLingui();
  const { data } = useQuery({ ...unreadQuery, enabled: false });
  const [rested, setRested] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setRested(true), 2000);
    return () => clearTimeout(timer);
  }, []);
  const unread = data?.unread ?? 0;
  const shown = unread > 99 ? '99+' : String(unread);
  return (
    <>
      <IconLink
        to="/inbox"
        className={classes.bell}
        variant="subtle"
        color="gray"
        size={36}
        aria-label={unread > 0 ? t`Inbox, ${shown} unread` : t`Inbox`}
      >
        <BellIcon size={19} aria-hidden />
        {unread > 0 ? (
          <span className={classes.unread} aria-hidden>
            {shown}
          </span>
        ) : null}
      </IconLink>
      <Suspense>{rested ? <LiveInbox /> : null}</Suspense>
    </>
  );
}
