import { useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Pencil } from 'lucide-react';
import { feedAddress } from '@/api/feeds';
import { useMe } from '@/api/me';
import type { User } from '@/api/types';
import { userQuery } from '@/api/users';
import { FeedAction } from '@/features/feeds/feed-action';
import { FollowButton } from '@/features/follows/follow-button';
import { InviteToClaim } from '@/features/profile/invite-to-claim';
import { ProfileHead } from '@/features/profile/profile-head';
import { TopTags } from '@/features/profile/top-tags';
import { idOf } from '@/lib/search-params';
import { ButtonLink } from '@/ui/button-link';
import { ErrorPage, NotFound } from '@/ui/helpful-page';
import { Page } from '@/ui/page';
import { StaleNotice } from '@/ui/stale-notice';
import { SkeletonRows } from '@/ui/states';
import { ProfileTabs } from './profile-tabs';

const route = getRouteApi('/people/$id/{-$slug}');

export function ProfilePage() {
  const id = idOf(route.useParams().id);
  return id === null ? <NotFound /> : <Profile id={id} />;
}

function Profile({ id }: { id: number }) {
  const { t } = useLingui();
  const { data: person, error, isPending, refetch } = useQuery(userQuery(id));
  if (isPending) return <Waiting />;
  if (!person) return <ErrorPage error={error} onRetry={() => void refetch()} />;
  const { name } = person;
  return (
    <Page title={person.name} rail={person.topTags.length > 0 ? <TopTags person={person} /> : null}>
      <StaleNotice error={error} onRetry={() => void refetch()} />
      <ProfileHead person={person} actions={<Actions person={person} />} />
      <ProfileTabs person={person} />
      <FeedAction
        name={t`Posts by ${name}`}
        label={t`Feed of these posts`}
        feed={feedAddress(`users/${id}`)}
      />
    </Page>
  );
}

function Actions({ person }: { person: User }) {
  const { t } = useLingui();
  const me = useMe();
  if (person.canClaim) return <InviteToClaim person={person} />;
  if (me?.id !== person.id)
    return <FollowButton target={{ person: person.id }} name={person.name} />;
  return (
    <ButtonLink
      to="/settings/profile"
      variant="default"
      leftSection={<Pencil size={16} aria-hidden />}
    >{t`Edit your profile`}</ButtonLink>
  );
}

function Waiting() {
  const { t } = useLingui();
  return (
    <Page title={t`Profile`}>
      <Skeleton height={72} circle mb={24} />
      <SkeletonRows rows={6} height={119} />
    </Page>
  );
}
