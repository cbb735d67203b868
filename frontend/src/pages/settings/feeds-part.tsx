import { useLingui } from '@lingui/react/macro';
import { PrivateFeeds } from '@/features/feeds/private-feeds';
import { Personal } from '@/features/settings/personal';
import { Part } from '@/ui/part';

export function FeedsPart() {
  const { t } = useLingui();
  return (
    <Personal>
      {() => (
        <Part
          title={t`Private feeds`}
          hint={t`Each has a secret in its address: whoever knows it sees in that feed what you may read, and nothing else of yours.`}
        >
          <PrivateFeeds />
        </Part>
      )}
    </Personal>
  );
}
