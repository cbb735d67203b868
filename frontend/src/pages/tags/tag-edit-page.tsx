import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMe } from '@/api/me';
import { type Tag, tagQuery } from '@/api/tags';
import type { Me } from '@/api/types';
import { ErrorPage, NoAccess } from '@/ui/helpful-page';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { SkeletonRows } from '@/ui/states';
import { TagForm } from './tag-form';

const route = getRouteApi('/tags/$name/edit');

export function TagEditPage() {
  const { name } = route.useParams();
  const me = useMe();
  const { data, error, refetch } = useQuery(tagQuery(name));
  if (error && !data) return <ErrorPage error={error} onRetry={() => void refetch()} />;
  if (data && !data.can.edit.allowed) return <NoAccess reason={data.can.edit.reason} />;
  return <EditPage key={name} name={name} tag={data} me={me ?? undefined} />;
}

interface EditPageProps {
  name: string;
  tag: Tag | undefined;
  me: Me | undefined;
}

function EditPage({ name, tag, me }: EditPageProps) {
  const { t } = useLingui();
  const title = t`Edit the tag ${name}`;
  return (
    <Page title={title}>
      <PageHeader
        title={title}
        subtitle={t`What it is about, when to use it, and where to find more.`}
      />
      {tag && me ? <TagForm tag={tag} me={me} /> : <SkeletonRows rows={3} height={120} />}
    </Page>
  );
}
