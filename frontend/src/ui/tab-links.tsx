import { Link } from '@tanstack/react-router';
import { NumberText } from './number';
import type { Segment } from './segmented-links';
import classes from './tab-links.module.css';

interface TabLinksProps {
  label: string;
  tabs: (Segment & { count?: number })[];
}

/** Parts of one page. Links, because the address holds the part and Back must undo the choice. */
export function TabLinks({ label, tabs }: TabLinksProps) {
  return (
    <nav className={classes.bar} aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.label}
          {...tab.link}
          className={classes.tab}
          aria-current={tab.active ? 'true' : undefined}
          activeProps={{}}
          activeOptions={{ exact: true }}
        >
          {tab.label}
          {tab.count === undefined ? null : (
            <>
              {' '}
              <span className={classes.count}>
                <NumberText value={tab.count} />
              </span>
            </>
          )}
        </Link>
      ))}
    </nav>
  );
}
