import { useLingui } from '@lingui/react/macro';
import { Menu, Skeleton, UnstyledButton } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import {
  Bell,
  Bookmark,
  FilePenLine,
  Flag,
  LogOut,
  PencilLine,
  Settings,
  UserRound,
} from 'lucide-react';
import { signOut } from '@/api/sign-out';
import type { Me } from '@/api/types';
import { Avatar } from '@/ui/avatar';
import { toast } from '@/ui/toast';
import classes from './me-menu.module.css';

/** Undefined while it is not yet known who is signed in: the place is kept. */
export function MeMenu({ me }: { me: Me | undefined }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  if (!me) return <Skeleton circle height={30} m={3} />;

  const leave = async () => {
    try {
      await signOut();
      await navigate({ to: '/questions' });
      toast.done(t`You are signed out.`);
    } catch {
      toast.failed(t`Signing out did not work. Please try again.`);
    }
  };

  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <UnstyledButton className={classes.button} aria-label={t`Your menu, ${me.name}`}>
          <Avatar name={me.name} url={me.avatarUrl} size={30} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <span className={classes.name}>{me.name}</span>
          <span className={classes.email}>{me.email}</span>
        </div>
        <Menu.Divider />
        <Menu.Item
          component={Link}
          to={`/people/${me.id}/${me.handle}`}
          leftSection={<UserRound size={16} aria-hidden />}
        >{t`Your profile`}</Menu.Item>
        <Menu.Item
          component={Link}
          to="/saves"
          leftSection={<Bookmark size={16} aria-hidden />}
        >{t`Saved`}</Menu.Item>
        <Menu.Item
          component={Link}
          to="/following"
          leftSection={<Bell size={16} aria-hidden />}
        >{t`Following`}</Menu.Item>
        <Menu.Item
          component={Link}
          to="/drafts"
          leftSection={<PencilLine size={16} aria-hidden />}
        >{t`Drafts`}</Menu.Item>
        <Menu.Item
          component={Link}
          to="/suggestions"
          leftSection={<FilePenLine size={16} aria-hidden />}
        >{t`Suggested edits`}</Menu.Item>
        <Menu.Item
          component={Link}
          to="/flags"
          leftSection={<Flag size={16} aria-hidden />}
        >{t`My flags`}</Menu.Item>
        <Menu.Item
          component={Link}
          to="/settings/profile"
          leftSection={<Settings size={16} aria-hidden />}
        >{t`Settings`}</Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<LogOut size={16} aria-hidden />} onClick={leave}>
          {t`Sign out`}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
