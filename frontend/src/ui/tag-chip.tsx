import { Link } from '@tanstack/react-router';
import classes from './tag-chip.module.css';

export function TagChip({ name }: { name: string }) {
  return (
    <Link to="/tags/$name" params={{ name }} className={classes.chip}>
      {name}
    </Link>
  );
}

interface TagListProps {
  tags: string[];
  /** Names the list for screen readers. */
  label: string;
}

export function TagList({ tags, label }: TagListProps) {
  if (tags.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={label}>
      {tags.map((name) => (
        <li key={name}>
          <TagChip name={name} />
        </li>
      ))}
    </ul>
  );
}
