import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe } from '@/api/me';
import { revisionsQuery } from '@/api/posts';
import type { PostText } from '@/features/revisions/changes';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';
import { SkeletonRows } from '@/ui/states';
import classes from './edit-page.module.css';

interface EditPageProps {
  heading: string;
  questionId: number;
  postId: number;
  /** The question's. */
  title: string;
  /** Others decide whether it becomes a version. */
  suggests?: boolean;
  children: ReactNode;
}

/** The frame of both edit pages: what is edited, and what a good edit does. */
export function EditPage(props: EditPageProps) {
  const { heading, questionId, postId, title, suggests = false, children } = props;
  return (
    <Page title={heading} rail={<Advice postId={postId} suggests={suggests} />}>
      <PageHeader
        title={heading}
        subtitle={
          <Link to="/questions/$id/{-$slug}" params={{ id: String(questionId) }}>
            {title}
          </Link>
        }
      />
      {children}
    </Page>
  );
}

function Advice({ postId, suggests }: { postId: number; suggests: boolean }) {
  const { t } = useLingui();
  return (
    <Panel title={t`A good edit`}>
      <ul className={classes.advice}>
        <li>{t`Keeps what the author meant.`}</li>
        <li>{t`Says more clearly what was said, corrects mistakes, adds what is missing.`}</li>
        <li>{t`Is visible to everyone in the history, with your name and your summary.`}</li>
        {suggests ? (
          <li>{t`Is decided about by the author, or by somebody who may edit. You hear of it, and an accepted one earns 2 reputation.`}</li>
        ) : null}
      </ul>
      <p className={classes.link}>
        <Link to="/posts/$id/revisions" params={{ id: String(postId) }}>
          {t`All versions`}
        </Link>
      </p>
    </Panel>
  );
}

export function EditLoading() {
  const { t } = useLingui();
  return (
    <Page title={t`Loading`}>
      <SkeletonRows rows={3} height={160} />
    </Page>
  );
}

interface StartInput {
  postId: number;
  post: PostText;
  version: number | undefined;
}

interface Start {
  draft: string;
  place: string | null;
  start: PostText;
  summary: string;
}

/** What the form begins with: the post as it is, or the older version that the address names. */
export function useStart({ postId, post, version }: StartInput): Start | null {
  const { t } = useLingui();
  const me = useMe();
  const { data, isPending } = useQuery({
    ...revisionsQuery(postId),
    enabled: version !== undefined,
  });
  if (!me) return null;
  const draft = `${me.id}.edit.${postId}`;
  const place = `edit-${postId}`;
  if (version === undefined) return { draft, place, start: post, summary: '' };
  if (isPending) return null;
  const older = data?.items.find((revision) => revision.number === version);
  if (!older) return { draft, place, start: post, summary: '' };
  const { number } = older;
  const summary = t`Back to version ${number}`;
  return { draft: `${draft}.${number}`, place: null, start: older, summary };
}
