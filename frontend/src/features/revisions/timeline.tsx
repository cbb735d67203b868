import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { PostAct } from '@/api/moderation';
import type { Revision } from '@/api/types';
import { PersonName } from '@/ui/person';
import { RelativeTime } from '@/ui/relative-time';
import { Act } from './act';
import { Changes } from './changes';
import { storyOf } from './story';
import type { DiffView } from './text-diff';
import classes from './timeline.module.css';

interface TimelineProps {
  /** Newest first. */
  revisions: Revision[];
  /** What else was done to the post, newest first. */
  acts: PostAct[];
  view: DiffView;
  /** What can be done with an older version. */
  actions: (revision: Revision) => ReactNode;
}

/** All versions of a post, each with what it changed, and what else was done to it, newest first. */
export function Timeline({ revisions, acts, view, actions }: TimelineProps) {
  const newest = revisions[0];
  return (
    <ol className={classes.timeline}>
      {storyOf(revisions, acts).map(({ at, act, revision, before }) => (
        <li key={revision ? revision.number : `${act.kind} ${at}`} className={classes.item}>
          {revision ? (
            <Version
              revision={revision}
              before={before}
              view={view}
              opened={revision === newest}
              actions={revision === newest ? null : actions(revision)}
            />
          ) : (
            <Act act={act} />
          )}
        </li>
      ))}
    </ol>
  );
}

interface VersionProps {
  revision: Revision;
  before: Revision | undefined;
  view: DiffView;
  opened: boolean;
  actions: ReactNode;
}

function Version({ revision, before, view, opened, actions }: VersionProps) {
  const { t } = useLingui();
  // Comparing costs time, so only what somebody has opened is compared.
  const [wanted, setWanted] = useState(opened);
  const { number, author, authorName, createdAt, summary } = revision;
  return (
    <article>
      <header className={classes.head}>
        <h2 className={classes.number}>{t`Version ${number}`}</h2>
        <PersonName person={author} fallback={authorName} />
        <span className={classes.when}>
          <RelativeTime value={createdAt} />
        </span>
        {revision.kind === 'rollback' ? (
          <span className={classes.kind}>{t`Brought back`}</span>
        ) : null}
        <span className={classes.actions}>{actions}</span>
      </header>
      {revision.suggested ? <Suggested revision={revision} /> : null}
      <p className={classes.summary}>{summary || <NoSummary revision={revision} />}</p>
      <details open={wanted} onToggle={(event) => setWanted(event.currentTarget.open)}>
        <summary className={classes.toggle}>
          <ChevronRight size={15} aria-hidden />
          {before ? t`What changed` : t`The text`}
        </summary>
        {wanted ? <Content revision={revision} before={before} view={view} /> : null}
      </details>
    </article>
  );
}

/** Who accepted what the version's author had suggested. */
function Suggested({ revision }: { revision: Revision }) {
  const { t } = useLingui();
  const { suggested, acceptedBy, suggestionId } = revision;
  const person = <PersonName person={acceptedBy} fallback={t`somebody`} />;
  return (
    <p className={classes.suggested}>
      {suggested === 'improved' ? (
        <Trans comment="the placeholder is a person">Suggested; improved by {person}</Trans>
      ) : (
        <Trans comment="the placeholder is a person">Suggested; accepted by {person}</Trans>
      )}
      {suggestionId ? (
        <Link to="/suggestions/$id" params={{ id: String(suggestionId) }}>{t`The suggestion`}</Link>
      ) : null}
    </p>
  );
}

function NoSummary({ revision }: { revision: Revision }) {
  if (revision.kind === 'initial') return <Trans>As it was first written.</Trans>;
  return <Trans>No summary was given.</Trans>;
}

interface ContentProps {
  revision: Revision;
  before: Revision | undefined;
  view: DiffView;
}

function Content({ revision, before, view }: ContentProps) {
  const { t } = useLingui();
  if (!before) return <pre className={classes.source}>{revision.body || '—'}</pre>;
  return (
    <Changes
      before={before}
      after={revision}
      view={view}
      names={{ before: t`Version ${before.number}`, after: t`Version ${revision.number}` }}
    />
  );
}
