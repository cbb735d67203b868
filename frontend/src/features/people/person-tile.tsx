import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { UserSummary } from '@/api/types';
import { Avatar } from '@/ui/avatar';
import { Chip } from '@/ui/chip';
import { NumberText } from '@/ui/number';
import { useRoleName } from '@/ui/use-role-name';
import classes from './person-tile.module.css';

/** A person in the list: who they are, where they work, and what they have given. */
export function PersonTile({ person }: { person: UserSummary }) {
  const { t } = useLingui();
  const roleName = useRoleName();
  const { id, handle, name, avatarUrl, unit, title, reputation, role } = person;
  const figure = (
    <b>
      <NumberText value={reputation} />
    </b>
  );
  return (
    <article className={classes.tile}>
      <Avatar name={name} url={avatarUrl} size={44} />
      <div className={classes.words}>
        <h2 className={classes.name}>
          <Link to="/people/$id/{-$slug}" params={{ id: String(id), slug: handle }}>
            {name}
          </Link>
          {role === 'member' ? null : <Chip>{roleName(role)}</Chip>}
          {person.imported ? <Chip>{t`Imported`}</Chip> : null}
        </h2>
        {title ? <p className={classes.line}>{title}</p> : null}
        {unit ? <p className={classes.line}>{unit}</p> : null}
        <p className={classes.figures}>
          <span className={classes.reputation}>
            <Trans comment="the placeholder is a number">{figure} reputation</Trans>
          </span>
          <span>
            <Plural value={person.questionCount} one="# question" other="# questions" />
          </span>
          <span>
            <Plural value={person.answerCount} one="# answer" other="# answers" />
          </span>
        </p>
      </div>
    </article>
  );
}
