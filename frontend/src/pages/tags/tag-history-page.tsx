import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, linkOptions } from '@tanstack/react-router';
import { History } from 'lucide-react';
import { useMe } from '@/api/me';
import { type Tag, tagQuery, useEditTag } from '@/api/tags';
import { type TagRevision, tagHistoryQuery } from '@/api/text-history';
import { TextDiff } from '@/features/revisions/text-diff';
import { ErrorPage } from '@/ui/helpful-page';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { Pager } from '@/ui/pager';
import { PersonName } from '@/ui/person';
import { RelativeTime } from '@/ui/relative-time';
import { EmptyState, SkeletonRows } from '@/ui/states';
import { TextAction } from '@/ui/text-action';
import { toast } from '@/ui/toast';
import { useRefusal } from '@/ui/use-refusal';
import classes from './tag-history-page.module.css';

const route = getRouteApi('/tags/$name/revisions');
const nothing = { description: '', wiki: '' };

/** What a tag said and says, each version with what it changed, the newest first. */
export function TagHistoryPage() {
  const { t } = useLingui();
  const { name } = route.useParams();
  const { page } = route.useSearch();
  const { data, error, refetch } = useQuery(tagHistoryQuery(name, page ?? 1));
  const { data: tag } = useQuery(tagQuery(name));
  if (error && !data) return <ErrorPage error={error} onRetry={() => void refetch()} />;
  const title = t`Versions of the tag ${name}`;
  return (
    <Page title={title}>
      <PageHeader
        title={title}
        subtitle={<Link to="/tags/$name" params={{ name }}>{t`Back to the tag`}</Link>}
      />
      {data ? null : <SkeletonRows rows={3} height={150} />}
      {data?.items.length === 0 ? (
        <EmptyState icon={<History size={26} />} title={t`Nobody has described this tag yet`}>
          {t`As soon as somebody edits its description or wiki, the versions stand here.`}
        </EmptyState>
      ) : null}
      {data ? (
        <ol className={classes.versions}>
          {data.items.map((revision, index) => (
            <li key={revision.number}>
              <Version
                revision={revision}
                before={data.items[index + 1] ?? data.older ?? nothing}
                tag={tag}
              />
            </li>
          ))}
        </ol>
      ) : null}
      {data ? (
        <Pager
          page={data.page}
          pages={data.pages}
          linkTo={(next) =>
            linkOptions({ to: '/tags/$name/revisions', params: { name }, search: { page: next } })
          }
        />
      ) : null}
    </Page>
  );
}

interface VersionProps {
  revision: TagRevision;
  before: Pick<TagRevision, 'description' | 'wiki'>;
  tag: Tag | undefined;
}

function Version({ revision, before, tag }: VersionProps) {
  const { t } = useLingui();
  const { number, author, createdAt, description, wiki } = revision;
  const names = { before: t`Before`, after: t`After` };
  return (
    <article id={`version-${number}`}>
      <header className={classes.head}>
        <h2 className={classes.number}>{t`Version ${number}`}</h2>
        <PersonName person={author} fallback={t`Somebody`} />
        <span className={classes.when}>
          <RelativeTime value={createdAt} />
        </span>
        {tag && number !== tag.version ? <BringBack revision={revision} tag={tag} /> : null}
      </header>
      {description === before.description ? null : (
        <section aria-label={t`Description`}>
          <h3 className={classes.part}>{t`Description`}</h3>
          <TextDiff before={before.description} after={description} view="inline" names={names} />
        </section>
      )}
      {wiki === before.wiki ? null : (
        <section aria-label={t`Wiki`}>
          <h3 className={classes.part}>{t`Wiki`}</h3>
          <TextDiff before={before.wiki} after={wiki} view="inline" names={names} />
        </section>
      )}
    </article>
  );
}

/** Going back is an edit like any other. */
function BringBack({ revision, tag }: { revision: TagRevision; tag: Tag }) {
  const { t } = useLingui();
  const me = useMe();
  const refuse = useRefusal();
  const edit = useEditTag(tag.name);
  if (!me) return null;
  const { description, wiki, number } = revision;
  return (
    <TextAction
      permission={tag.can.edit}
      onClick={() =>
        edit.mutate(
          { description, wiki, version: tag.version },
          {
            onSuccess: () => toast.done(t`The tag says again what version ${number} said.`),
            onError: refuse,
          },
        )
      }
    >{t`Bring back`}</TextAction>
  );
}
