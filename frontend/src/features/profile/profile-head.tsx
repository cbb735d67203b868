import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { CalendarDays, Clock, Link2, MapPin } from 'lucide-react';
import type { ReactNode } from 'react';
import type { User } from '@/api/types';
import { formatDate } from '@/lib/format';
import { useLanguage } from '@/lib/use-language';
import { Avatar } from '@/ui/avatar';
import { Chip } from '@/ui/chip';
import { NumberText } from '@/ui/number';
import { RelativeTime } from '@/ui/relative-time';
import { useRoleName } from '@/ui/use-role-name';
import { hostOf } from './host-of';
import classes from './profile-head.module.css';

interface ProfileHeadProps {
  person: User;
  actions?: ReactNode;
}

/** Who this is and what they have given, before anything else. */
export function ProfileHead({ person, actions }: ProfileHeadProps) {
  const { t } = useLingui();
  const roleName = useRoleName();
  const work = [person.title, person.unit].filter(Boolean).join(' · ');
  return (
    <header className={classes.head}>
      <Avatar name={person.name} url={person.avatarUrl} size={72} />
      <div className={classes.words}>
        <h1 className={classes.name} tabIndex={-1}>
          {person.name}
          {person.role === 'member' ? null : <Chip>{roleName(person.role)}</Chip>}
          {person.imported ? <Chip>{t`Imported`}</Chip> : null}
        </h1>
        {work ? <p className={classes.work}>{work}</p> : null}
        <Facts person={person} />
      </div>
      {actions ? <div className={classes.actions}>{actions}</div> : null}
      <Figures person={person} />
    </header>
  );
}

function Facts({ person }: { person: User }) {
  const language = useLanguage();
  const { location, website, joinedAt, lastSeenAt } = person;
  const joined = formatDate(joinedAt, language);
  const seen = lastSeenAt ? <RelativeTime value={lastSeenAt} /> : null;
  return (
    <ul className={classes.facts}>
      {location ? <Fact icon={<MapPin size={14} aria-hidden />}>{location}</Fact> : null}
      {website ? (
        <Fact icon={<Link2 size={14} aria-hidden />}>
          <a href={website} rel="nofollow noopener noreferrer">
            {hostOf(website)}
          </a>
        </Fact>
      ) : null}
      <Fact icon={<CalendarDays size={14} aria-hidden />}>
        <Trans>Here since {joined}</Trans>
      </Fact>
      {seen ? (
        <Fact icon={<Clock size={14} aria-hidden />}>
          <Trans comment="the placeholder is a time">Last seen {seen}</Trans>
        </Fact>
      ) : null}
    </ul>
  );
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li>
      {icon}
      <span>{children}</span>
    </li>
  );
}

function Figures({ person }: { person: User }) {
  const { t } = useLingui();
  return (
    <dl className={classes.figures}>
      <Figure label={t`Reputation`} value={person.reputation} />
      <Figure
        label={<Plural value={person.questionCount} one="Question" other="Questions" />}
        value={person.questionCount}
      />
      <Figure
        label={<Plural value={person.answerCount} one="Answer" other="Answers" />}
        value={person.answerCount}
      />
      <Figure label={t`Accepted`} value={person.acceptedCount} />
      <Figure label={t`Gold badges`} value={person.badges.gold} />
      <Figure label={t`Silver badges`} value={person.badges.silver} />
      <Figure label={t`Bronze badges`} value={person.badges.bronze} />
    </dl>
  );
}

function Figure({ label, value }: { label: ReactNode; value: number }) {
  return (
    <div className={classes.figure}>
      <dt>{label}</dt>
      <dd>
        <NumberText value={value} />
      </dd>
    </div>
  );
}
