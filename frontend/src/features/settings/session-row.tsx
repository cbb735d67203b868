import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { MonitorSmartphone } from 'lucide-react';
import type { SessionInfo } from '@/api/sessions-list';
import { formatDate } from '@/lib/format';
import { useLanguage } from '@/lib/use-language';
import { Chip } from '@/ui/chip';
import { RelativeTime } from '@/ui/relative-time';
import classes from './sessions.module.css';

interface SessionRowProps {
  session: SessionInfo;
  onEnd: () => void;
}

export function SessionRow({ session, onEnd }: SessionRowProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { device, address, current, createdAt, lastUsedAt } = session;
  const name = device || t`Unknown browser`;
  const since = formatDate(createdAt, language);
  const used = <RelativeTime value={lastUsedAt} />;
  return (
    <li className={classes.session}>
      <MonitorSmartphone size={20} aria-hidden className={classes.icon} />
      <div className={classes.words}>
        <p className={classes.device}>
          {name}
          {current ? <Chip>{t`This browser`}</Chip> : null}
        </p>
        <p className={classes.details}>
          <span>{address}</span>
          <span>
            <Trans>Last used {used}</Trans>
          </span>
          <span>
            <Trans>Signed in {since}</Trans>
          </span>
        </p>
      </div>
      {current ? null : (
        <Button
          variant="default"
          size="xs"
          onClick={onEnd}
          aria-label={t`End the session: ${name}, ${address}`}
        >{t`End`}</Button>
      )}
    </li>
  );
}
