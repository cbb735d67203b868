import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PersonRef } from '@/api/types';
import { Avatar } from '@/ui/avatar';
import classes from './post-person.module.css';

interface PostPersonProps {
  person: PersonRef | null;
  /** What the post says when its author has no account. */
  fallback: string;
  /** What they did and when: "asked 18 Nov 2026". */
  did: ReactNode;
}

/** Who wrote or edited a post: face, name, unit, and what they did when. */
export function PostPerson({ person, fallback, did }: PostPersonProps) {
  const name = person?.name ?? fallback;
  return (
    <div className={classes.person}>
      <Avatar name={name} url={person?.avatarUrl ?? null} size={34} />
      <span className={classes.lines}>
        {person ? (
          <Link
            to="/people/$id/{-$slug}"
            params={{ id: String(person.id), slug: person.handle }}
            className={classes.name}
          >
            {name}
          </Link>
        ) : (
          <span className={classes.name}>{name}</span>
        )}
        <span className={classes.detail}>
          {person?.unit ? `${person.unit} · ` : null}
          {did}
        </span>
      </span>
    </div>
  );
}
