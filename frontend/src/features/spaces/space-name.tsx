import type { Space } from '@/api/types';
import classes from './space-card.module.css';

/** The name with the colour that marks the space everywhere. */
export function SpaceName({ space }: { space: Pick<Space, 'name' | 'color'> }) {
  return (
    <span className={classes.named}>
      <span className={classes.dot} style={{ background: space.color }} aria-hidden />
      {space.name}
    </span>
  );
}
