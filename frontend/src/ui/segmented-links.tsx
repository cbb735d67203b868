import { Link, type LinkProps } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import classes from './segmented-links.module.css';

export interface Segment {
  label: string;
  /** Built with linkOptions(), so that the router checks it. */
  link: LinkProps;
  active: boolean;
}

interface SegmentedLinksProps {
  label: string;
  segments: Segment[];
}

/** Views of one list. Links, because the address holds the choice and Back must undo it. */
export function SegmentedLinks({ label, segments }: SegmentedLinksProps) {
  const bar = useRef<HTMLElement>(null);
  const chosen = segments.findIndex(({ active }) => active);
  // On a narrow screen the bar scrolls: the choice must be in sight.
  useEffect(() => {
    const segment = bar.current?.children[chosen];
    if (bar.current && segment instanceof HTMLElement)
      bar.current.scrollLeft = segment.offsetLeft - bar.current.offsetLeft - 40;
  }, [chosen]);
  return (
    <nav ref={bar} className={classes.bar} aria-label={label}>
      {segments.map((segment) => (
        <Link
          key={segment.label}
          {...segment.link}
          className={classes.segment}
          aria-current={segment.active ? 'true' : undefined}
          activeProps={{}}
          // Else the router would call a link current whose search is a part of the address.
          activeOptions={{ exact: true }}
        >
          {segment.label}
        </Link>
      ))}
    </nav>
  );
}
