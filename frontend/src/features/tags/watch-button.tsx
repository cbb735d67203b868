import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { Eye, EyeOff } from 'lucide-react';
import { useMe } from '@/api/me';
import { useWatchTag } from '@/api/tags';
import { ButtonLink } from '@/ui/button-link';
import { useRefusal } from '@/ui/use-refusal';

interface WatchButtonProps {
  tag: { name: string; watched: boolean };
  size?: 'sm' | 'compact-sm';
}

/** Gathers the tag's questions under "My tags"; the switch shows at once. */
export function WatchButton({ tag, size = 'sm' }: WatchButtonProps) {
  const { t } = useLingui();
  const me = useMe();
  const next = useLocation({ select: (location) => location.href });
  const watch = useWatchTag(tag.name);
  const refused = useRefusal();
  if (me === undefined) return null;
  if (me === null) {
    return (
      <ButtonLink to="/sign-in" search={{ next }} variant="default" size={size}>
        {t`Sign in to watch`}
      </ButtonLink>
    );
  }
  return (
    <Button
      variant="default"
      size={size}
      aria-label={tag.watched ? t`Stop watching ${tag.name}` : t`Watch ${tag.name}`}
      leftSection={tag.watched ? <EyeOff size={15} aria-hidden /> : <Eye size={15} aria-hidden />}
      onClick={() => watch.mutate(!tag.watched, { onError: refused })}
    >
      {tag.watched ? t`Stop watching` : t`Watch`}
    </Button>
  );
}
