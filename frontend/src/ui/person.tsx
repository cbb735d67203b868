import { Link } from '@tanstack/react-router';
import { Avatar } from './avatar';
import classes from './person.module.css';

export interface Person {
  id: number;
  handle: string;
  name: string;
  avatarUrl: string | null;
  unit: string | null;
}

interface PersonNameProps {
  person: Person | null;
  /** What the post says when its author's account is gone. */
  fallback: string;
}

/** A small face and a name, for lists. */
export function PersonName({ person, fallback }: PersonNameProps) {
  if (!person) {
    return (
      <span className={classes.inline}>
        <Avatar name={fallback} size={20} />
        <span>{fallback}</span>
      </span>
    );
  }
  return (
    <Link
      to="/people/$id/{-$slug}"
      params={{ id: String(person.id), slug: person.handle }}
      className={classes.inline}
    >
      <Avatar name={person.name} url={person.avatarUrl} size={20} />
      <span className={classes.name}>{person.name}</span>
    </Link>
  );
}

/** A face, a name and a unit on two lines, for panels and boards. */
export function PersonCard({ person }: { person: Person }) {
  return (
    <Link
      to="/people/$id/{-$slug}"
      params={{ id: String(person.id), slug: person.handle }}
      className={classes.card}
    >
      <Avatar name={person.name} url={person.avatarUrl} size={28} />
      <span className={classes.lines}>
        <span className={classes.name}>{person.name}</span>
        {person.unit ? <span className={classes.unit}>{person.unit}</span> : null}
      </span>
    </Link>
  );
}
