import { Trans } from '@lingui/react/macro';
import { ExternalLink } from 'lucide-react';
import classes from './origin.module.css';

interface OriginProps {
  site: string;
  url: string;
}

/** Where an imported question was asked first. */
export function Origin({ site, url }: OriginProps) {
  if (!/^https?:\/\//.test(url)) return null;
  return (
    <a className={classes.origin} href={url} rel="noreferrer noopener nofollow">
      <ExternalLink size={13} aria-hidden />
      <Trans>From {site}</Trans>
    </a>
  );
}
