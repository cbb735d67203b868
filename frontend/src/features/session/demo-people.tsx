import { useLingui } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSignIn } from '@/api/account';
import { organisationQuery } from '@/api/organisation';
import { Avatar } from '@/ui/avatar';
import { useRefusal } from '@/ui/use-refusal';
import { useRoleName } from '@/ui/use-role-name';
import classes from './demo-people.module.css';

/** In the demonstration, its cast: one click signs in. Nothing at all anywhere else. */
export function DemoPeople() {
  const { t } = useLingui();
  const { data } = useQuery(organisationQuery);
  const signIn = useSignIn();
  const refuse = useRefusal();
  const roleName = useRoleName();
  if (!data?.demo) return null;
  const { password, people } = data.demo;
  return (
    <section className={classes.section} aria-labelledby="demo-people">
      <h2 id="demo-people" className={classes.title}>{t`Look around as`}</h2>
      <p className={classes.hint}>
        {t`This is the demonstration. One click signs you in; the password of all is “${password}”.`}
      </p>
      <ul className={classes.people}>
        {people.map(({ name, email, role, about }) => (
          <li key={email}>
            <UnstyledButton
              className={classes.person}
              disabled={signIn.isPending}
              onClick={() => signIn.mutate({ email, password }, { onError: refuse })}
            >
              <Avatar name={name} size={36} />
              <span className={classes.words}>
                <span className={classes.name}>{name}</span>
                <span className={classes.about}>{about}</span>
              </span>
              {role === 'member' ? null : <span className={classes.role}>{roleName(role)}</span>}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
