import { colourIndex, initials } from '@/lib/initials';
import classes from './avatar.module.css';

const tones = 8;

interface AvatarProps {
  name: string;
  url?: string | null;
  /** Pixels; 20 in lists, 28 in panels, 36 beside posts. */
  size?: number;
}

/** Decorative: the person's name always stands beside it as text. */
export function Avatar({ name, url, size = 28 }: AvatarProps) {
  const style = { width: size, height: size, fontSize: Math.max(8, Math.round(size * 0.4)) };
  if (url)
    return (
      <img
        className={classes.avatar}
        style={style}
        src={`${url}?side=${size * 2}`}
        alt=""
        loading="lazy"
      />
    );
  return (
    <span className={classes.avatar} style={style} data-tone={colourIndex(name, tones)} aria-hidden>
      {initials(name)}
    </span>
  );
}
