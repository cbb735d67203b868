import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { SuggestionSummary } from '@/api/suggestions';
import { PersonName } from '@/ui/person';
import { RelativeTime } from '@/ui/relative-time';
import { Decided } from './decided';
import { StateChip } from './state-chip';
import classes from './suggestions.module.css';

/** A suggested edit in a list: of what, by whom, what for, and what became of it. */
export function SuggestionRow({ suggestion }: { suggestion: SuggestionSummary }) {
  const { t } = useLingui();
  const { id, question, postKind, space, author, authorName, createdAt, summary, state } =
    suggestion;
  return (
    <article className={classes.row} data-row>
      <h2 className={classes.title}>
        <Link to="/suggestions/$id" params={{ id: String(id) }}>
          {question.title}
        </Link>
      </h2>
      <p className={classes.summary}>{summary}</p>
      <div className={classes.meta}>
        <StateChip suggestion={suggestion} />
        <span>{postKind === 'answer' ? t`Answer` : t`Question`}</span>
        <PersonName person={author} fallback={authorName} />
        <RelativeTime value={createdAt} />
        <span>{space.name}</span>
      </div>
      {state === 'rejected' ? <Decided suggestion={suggestion} /> : null}
    </article>
  );
}
