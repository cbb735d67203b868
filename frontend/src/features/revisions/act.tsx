import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { PostAct } from '@/api/moderation';
import { PersonName } from '@/ui/person';
import { RelativeTime } from '@/ui/relative-time';
import classes from './act.module.css';
import { actIcons } from './act-icons';
import { useActWords } from './use-act-words';

/** One thing that was done to a post beside writing it: what, by whom, when and why. */
export function Act({ act }: { act: PostAct }) {
  const wordsOf = useActWords();
  const Icon = actIcons[act.kind];
  const people = act.by ? [act.by, ...act.with] : act.with;
  return (
    <article>
      <header className={classes.head}>
        <h2 className={classes.kind}>
          <Icon size={16} aria-hidden />
          {wordsOf(act)}
        </h2>
        {people.map((person) => (
          <PersonName key={person.id} person={person} fallback="" />
        ))}
        <span className={classes.when}>
          <RelativeTime value={act.at} />
        </span>
      </header>
      {act.original ? <Original original={act.original} /> : null}
      {act.note ? <p className={classes.note}>{act.note}</p> : null}
    </article>
  );
}

function Original({ original }: { original: NonNullable<PostAct['original']> }) {
  const { id, slug, title } = original;
  const link = (
    <Link to="/questions/$id/{-$slug}" params={{ id: String(id), slug }}>
      {title}
    </Link>
  );
  return (
    <p className={classes.original}>
      <Trans>The other question: {link}</Trans>
    </p>
  );
}
