import { useNow } from '@/lib/clock';
import { formatExactTime, formatRelative } from '@/lib/format';
import { useLanguage } from '@/lib/use-language';
import classes from './relative-time.module.css';

/** "2h ago", with the exact time on hover and on keyboard focus. */
export function RelativeTime({ value }: { value: string }) {
  const language = useLanguage();
  const now = useNow();
  const exact = formatExactTime(value, language);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the exact time must be reachable without a mouse
    <time className={classes.time} dateTime={value} title={exact} data-exact={exact} tabIndex={0}>
      {formatRelative(value, now, language)}
    </time>
  );
}
