import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps, linkOptions, useLocation } from '@tanstack/react-router';
import {
  Award,
  CircleHelp,
  ClipboardCheck,
  type LucideIcon,
  Tag,
  Trophy,
  Users,
} from 'lucide-react';
import { useMe } from '@/api/me';
import { organisationQuery } from '@/api/organisation';
import { spacesQuery } from '@/api/spaces';
import { NumberText } from '@/ui/number';
import classes from './side-nav.module.css';

interface Place {
  label: string;
  icon: LucideIcon;
  link: LinkProps;
  root: string;
  count?: number;
}

/** The places of the program and the reader's spaces. The drawer on a phone shows the same. */
export function SideNav() {
  const { t } = useLingui();
  const path = useLocation({ select: (location) => location.pathname });
  const { data: organisation } = useQuery(organisationQuery);
  const places: Place[] = [
    {
      label: t`Questions`,
      icon: CircleHelp,
      link: linkOptions({ to: '/questions' }),
      root: '/questions',
      count: organisation?.counts.questions,
    },
    { label: t`Tags`, icon: Tag, link: linkOptions({ to: '/tags' }), root: '/tags' },
    { label: t`People`, icon: Users, link: linkOptions({ to: '/people' }), root: '/people' },
    {
      label: t`Leaderboard`,
      icon: Trophy,
      link: linkOptions({ to: '/leaderboard' }),
      root: '/leaderboard',
    },
    { label: t`Badges`, icon: Award, link: linkOptions({ to: '/badges' }), root: '/badges' },
  ];
  if (useMe()?.permissions.review) {
    places.push({
      label: t`Review`,
      icon: ClipboardCheck,
      link: linkOptions({ to: '/review' }),
      root: '/review',
    });
  }
  return (
    <nav className={classes.nav} aria-label={t`Main`}>
      <ul className={classes.list}>
        {places.map((place) => (
          <li key={place.root}>
            <PlaceLink place={place} active={isWithin(path, place.root)} />
          </li>
        ))}
      </ul>
      <Spaces path={path} />
    </nav>
  );
}

function isWithin(path: string, root: string): boolean {
  return path !== '/questions/ask' && (path === root || path.startsWith(`${root}/`));
}

function PlaceLink({ place, active }: { place: Place; active: boolean }) {
  const Icon = place.icon;
  return (
    <Link
      {...place.link}
      className={classes.link}
      activeProps={{}}
      aria-current={active ? 'page' : undefined}
    >
      <Icon size={18} aria-hidden className={classes.icon} />
      <span className={classes.label}>{place.label}</span>
      {place.count ? <Count value={place.count} /> : null}
    </Link>
  );
}

function Spaces({ path }: { path: string }) {
  const { t } = useLingui();
  const { data } = useQuery(spacesQuery);
  if (!data || data.items.length === 0) return null;
  return (
    <>
      <h2 className={classes.heading}>
        <Link
          to="/spaces"
          className={classes.headingLink}
          activeProps={{}}
          activeOptions={{ exact: true }}
        >{t`Spaces`}</Link>
      </h2>
      <ul className={classes.list}>
        {data.items.map((space) => (
          <li key={space.slug}>
            <Link
              to="/spaces/$slug"
              params={{ slug: space.slug }}
              className={classes.link}
              activeProps={{}}
              aria-current={path === `/spaces/${space.slug}` ? 'page' : undefined}
            >
              <span className={classes.dot} style={{ background: space.color }} aria-hidden />
              <span className={classes.label}>{space.name}</span>
              <Count value={space.questionCount} />
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function Count({ value }: { value: number }) {
  return (
    <span className={classes.count}>
      <NumberText value={value} />
    </span>
  );
}
