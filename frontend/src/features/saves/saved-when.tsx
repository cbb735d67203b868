import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

export function Saved({ time }: { time: ReactNode }) {
  return (
    <span>
      <Trans comment="the placeholder is a time">saved {time}</Trans>
    </span>
  );
}
