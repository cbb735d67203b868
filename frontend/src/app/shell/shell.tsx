import { useLingui } from '@lingui/react/macro';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { Outlet } from '@tanstack/react-router';
import { type MouseEvent, Suspense, useEffect, useState } from 'react';
import { useMe } from '@/api/me';
import { useExpiredSession } from '@/api/session';
import { lazyPart, withWords } from '@/lib/lazy';
import { Header } from './header';
import { PaletteComing } from './palette-coming';
import classes from './shell.module.css';
import { SideNav } from './side-nav';
import { useNavigationFocus } from './use-navigation-focus';
import { useSearchDialog } from './use-search-dialog';
import { useSingleKeys } from './use-single-keys';

// Dialogs come when they are asked for: the first screen does not wait for them.
const loadPalette = withWords(() => import('./command-palette'));
const Palette = lazyPart(loadPalette, 'CommandPalette');
const KeysSheet = lazyPart(() => import('@/features/keys/keys-sheet'), 'KeysSheet');
const NavDrawer = lazyPart(() => import('./nav-drawer'), 'NavDrawer');
const SessionEnded = lazyPart(() => import('@/features/session/session-ended'), 'SessionEnded');

export function Shell() {
  const [menuOpened, menu] = useDisclosure(false);
  const [menuWanted, setMenuWanted] = useState(false);
  const search = useSearchDialog();
  const [helpOpened, help] = useDisclosure(false);
  const singleKeys = useMe()?.singleKeys ?? true;
  const expired = useExpiredSession();
  useNavigationFocus();
  usePaletteReady();
  // In a field too, but not in the editor, where the same keys make a link.
  useHotkeys([['mod+K', search.open]], []);
  useSingleKeys(singleKeys, { search: search.open, help: help.open });
  const openMenu = () => {
    setMenuWanted(true);
    menu.open();
  };
  return (
    <>
      <SkipLink />
      <Header onMenu={openMenu} onSearch={search.open} />
      <div className={classes.body}>
        <div className={classes.side}>
          <SideNav />
        </div>
        <Outlet />
      </div>
      <Suspense>
        {menuWanted ? <NavDrawer opened={menuOpened} onClose={menu.close} /> : null}
        {helpOpened ? <KeysSheet onClose={help.close} /> : null}
        {expired === null ? null : <SessionEnded email={expired} />}
      </Suspense>
      {search.opened ? (
        <Suspense fallback={<PaletteComing search={search} />}>
          <Palette
            typed={search.typed}
            from={search.from}
            onClose={search.close}
            onHelp={help.open}
          />
        </Suspense>
      ) : null}
    </>
  );
}

/** Whoever presses Ctrl-K types on at once: the palette is fetched before, when the page has come to rest. */
function usePaletteReady(): void {
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette().catch(() => undefined), 2000);
    return () => clearTimeout(timer);
  }, []);
}

function SkipLink() {
  const { t } = useLingui();
  const skip = (event: MouseEvent) => {
    event.preventDefault();
    document.getElementById('main')?.focus();
  };
  return (
    // biome-ignore lint/a11y/useValidAnchor: a skip link is a link; the router must not see its hash
    <a href="#main" className={classes.skip} onClick={skip}>
      {t`Skip to the content`}
    </a>
  );
}
