import { useLingui } from '@lingui/react/macro';
import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Bell, BellOff } from 'lucide-react';
import { type FollowTarget, followQuery, useFollow } from '@/api/follows';
import { useMe } from '@/api/me';
import { useRefusal } from '@/ui/use-refusal';

interface FollowButtonProps {
  target: FollowTarget;
  name: string;
}

/** On a profile and on a space's page: whether one is told of new questions. Visitors follow nothing. */
export function FollowButton({ target, name }: FollowButtonProps) {
  const { t } = useLingui();
  const me = useMe();
  const follow = useFollow(target);
  const refused = useRefusal();
  const { data, isPending } = useQuery({ ...followQuery(target), enabled: Boolean(me) });
  if (!me) return null;
  if (isPending) return <Skeleton width={100} height={36} />;
  if (!data) return null;
  const { following } = data;
  return (
    <Button
      variant="default"
      aria-label={following ? t`Stop following ${name}` : t`Follow ${name}`}
      leftSection={following ? <BellOff size={16} aria-hidden /> : <Bell size={16} aria-hidden />}
      onClick={() => follow.mutate(!following, { onError: refused })}
    >
      {following ? t`Stop following` : t`Follow`}
    </Button>
  );
}
