import { useLingui } from '@lingui/react/macro';
import { ActionIcon } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { Menu as MenuIcon, Plus, Search } from 'lucide-react';
import { useMe } from '@/api/me';
import { organisationQuery } from '@/api/organisation';
import { ButtonLink, IconLink } from '@/ui/button-link';
import { Mark } from '@/ui/mark';
import { Bell } from './bell';
import classes from './header.module.css';
import { MeMenu } from './me-menu';
import { ThemeMenu } from './theme-menu';

interface HeaderProps {
  onMenu: () => void;
  onSearch: () => void;
}

export function Header({ onMenu, onSearch }: HeaderProps) {
  const { t } = useLingui();
  const me = useMe();
  const next = useRouterState({ select: (state) => state.location.href });
  return (
    <header className={classes.header}>
      <ActionIcon
        className={classes.burger}
        variant="subtle"
        color="gray"
        size={36}
        onClick={onMenu}
        aria-label={t`Open the navigation`}
      >
        <MenuIcon size={20} aria-hidden />
      </ActionIcon>
      <Brand />
      <button
        type="button"
        className={classes.search}
        onClick={onSearch}
        aria-keyshortcuts="Control+K /"
      >
        <Search size={16} aria-hidden />
        <span className={classes.searchText}>{t`Search questions, people, tags …`}</span>
        <kbd className={classes.keys}>{t`Ctrl K`}</kbd>
      </button>
      <div className={classes.actions}>
        <ButtonLink
          to="/questions/ask"
          className={classes.ask}
          leftSection={<Plus size={16} aria-hidden />}
        >{t`Ask a question`}</ButtonLink>
        <IconLink
          to="/questions/ask"
          className={classes.askIcon}
          variant="filled"
          size={34}
          aria-label={t`Ask a question`}
        >
          <Plus size={18} aria-hidden />
        </IconLink>
        <div className={classes.theme}>
          <ThemeMenu />
        </div>
        {me ? <Bell key={me.id} /> : null}
        {me === null ? (
          <ButtonLink
            to="/sign-in"
            search={{ next }}
            variant="default"
            className={classes.signIn}
          >{t`Sign in`}</ButtonLink>
        ) : (
          <MeMenu me={me} />
        )}
      </div>
    </header>
  );
}

function Brand() {
  const { data } = useQuery(organisationQuery);
  return (
    <Link to="/questions" className={classes.brand}>
      <Mark size={28} />
      <span className={classes.names}>
        <span className={classes.product}>Wellspring</span>
        <span className={classes.organisation}>{data?.name ?? '\u00a0'}</span>
      </span>
    </Link>
  );
}
