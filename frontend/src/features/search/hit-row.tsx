import { Plural, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Check, Tag } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SearchHit } from '@/api/search';
import { Avatar } from '@/ui/avatar';
import { NumberText } from '@/ui/number';
import { PersonName } from '@/ui/person';
import { RelativeTime } from '@/ui/relative-time';
import { TagList } from '@/ui/tag-chip';
import { hitLink } from './hit-link';
import classes from './hit-row.module.css';
import { Snippet } from './snippet';

/** One result: its figures, its title, where the words stand in it, and who wrote it when. */
export function HitRow({ hit }: { hit: SearchHit }) {
  const { t } = useLingui();
  const isPost = hit.kind === 'question' || hit.kind === 'answer';
  return (
    <article className={classes.row} data-row>
      <div className={classes.figures} data-kind={hit.kind}>
        <Figures hit={hit} />
      </div>
      <div className={classes.content}>
        <h2 className={classes.title}>
          <KindBadge kind={hit.kind} />
          <Link {...hitLink(hit)} activeProps={{}}>
            {hit.title}
          </Link>
        </h2>
        <p className={classes.snippet}>
          <Snippet html={hit.snippetHtml} />
        </p>
        {isPost ? (
          <div className={classes.foot}>
            <TagList tags={hit.tags} label={t`Tags`} />
            <div className={classes.who}>
              {hit.space ? <span className={classes.space}>{hit.space.name}</span> : null}
              <PersonName person={hit.author} fallback={hit.authorName} />
              <span className={classes.when}>
                <RelativeTime value={hit.createdAt} />
              </span>
            </div>
          </div>
        ) : null}
      </div>
    </article>
  );
}

/** A list of questions needs no such word; in results the other kinds stand out by it. */
function KindBadge({ kind }: { kind: SearchHit['kind'] }) {
  const { t } = useLingui();
  if (kind === 'question') return null;
  const words = { answer: t`Answer`, person: t`Person`, tag: t`Tag` };
  return <span className={classes.kind}>{words[kind]}</span>;
}

function Figures({ hit }: { hit: SearchHit }) {
  const { t } = useLingui();
  switch (hit.kind) {
    case 'question':
      return (
        <>
          <Votes hit={hit} />
          <Frame state={questionState(hit)}>
            {hit.accepted ? <SolvedMark answer={false} /> : null}
            <b>
              <NumberText value={hit.answerCount} />
            </b>{' '}
            <Plural value={hit.answerCount} one="answer" other="answers" />
          </Frame>
        </>
      );
    case 'answer':
      return (
        <>
          <Votes hit={hit} />
          {hit.accepted ? (
            <Frame state="solved">
              <SolvedMark answer />
            </Frame>
          ) : null}
        </>
      );
    case 'person':
      return (
        <>
          <Avatar name={hit.title} url={hit.author?.avatarUrl ?? null} size={32} />
          <span>
            <b>
              <NumberText value={hit.score} />
            </b>{' '}
            {t`reputation`}
          </span>
        </>
      );
    case 'tag':
      return (
        <>
          <Tag size={20} aria-hidden />
          <Plural value={hit.score} one="# question" other="# questions" />
        </>
      );
  }
}

function Votes({ hit }: { hit: SearchHit }) {
  return (
    <span>
      <b>
        <NumberText value={hit.score} />
      </b>{' '}
      <Plural value={hit.score} one="vote" other="votes" />
    </span>
  );
}

function questionState(hit: SearchHit): 'solved' | 'answered' | 'none' {
  if (hit.accepted) return 'solved';
  return hit.answerCount > 0 ? 'answered' : 'none';
}

function Frame({ state, children }: { state: string; children: ReactNode }) {
  return (
    <span className={classes.frame} data-state={state}>
      {children}
    </span>
  );
}

function SolvedMark({ answer }: { answer: boolean }) {
  const { t } = useLingui();
  return (
    <>
      <Check
        size={14}
        strokeWidth={2.5}
        role={answer ? undefined : 'img'}
        aria-label={answer ? undefined : t`Solved:`}
        aria-hidden={answer || undefined}
      />{' '}
      {answer ? t`accepted` : null}
    </>
  );
}
