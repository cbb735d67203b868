import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useMe } from '@/api/me';
import { useKeyWords } from '@/features/keys/use-key-words';
import type { Command } from '@/features/search/palette-commands';
import { useChooseTheme, useThemeChoices } from '@/features/theme/use-theme-choices';
import { beginAnswer, controlFor, focusedItem, keyTable } from '@/lib/keys';

/** What the palette offers beside finding: acts on the post that had the focus, places, and how it looks. */
export function useCommands(from: Element | null, onHelp: () => void): Command[] {
  const { t } = useLingui();
  const me = useMe();
  const navigate = useNavigate();
  const words = useKeyWords();
  const themes = useThemeChoices();
  const chooseTheme = useChooseTheme();
  const post = focusedItem(from);
  const to =
    (path: '/questions/ask' | '/questions' | '/tags' | '/people' | '/leaderboard' | '/badges') =>
    () =>
      void navigate({ to: path });
  const mine =
    (
      path:
        | '/inbox'
        | '/saves'
        | '/following'
        | '/drafts'
        | '/suggestions'
        | '/flags'
        | '/review'
        | '/settings/profile',
    ) =>
    () =>
      void navigate({ to: path });
  const goTo = (place: string) => t`Go to: ${place}`;

  const onPage = keyTable.flatMap(({ keys, group, does }): Command[] => {
    if (group !== 'post') return [];
    const label = words.deeds[does];
    if (does === 'answer') {
      const allowed = document.querySelector('main [data-key="a"] :is(button, [role="textbox"])');
      return allowed ? [{ label, keys, run: beginAnswer }] : [];
    }
    const control = controlFor(keys, post);
    return control ? [{ label, keys, run: () => control.click() }] : [];
  });
  const places: Command[] = [
    { label: words.deeds.ask, keys: 'q', run: to('/questions/ask') },
    { label: goTo(words.deeds.goQuestions), keys: 'g q', run: to('/questions') },
    { label: goTo(words.deeds.goTags), keys: 'g t', run: to('/tags') },
    { label: goTo(words.deeds.goPeople), keys: 'g p', run: to('/people') },
    { label: goTo(words.deeds.goLeaderboard), keys: 'g l', run: to('/leaderboard') },
    { label: goTo(t`Badges`), run: to('/badges') },
  ];
  const own: Command[] = [
    { label: goTo(words.deeds.goInbox), keys: 'g i', run: mine('/inbox') },
    { label: goTo(words.deeds.goSaved), keys: 'g s', run: mine('/saves') },
    { label: goTo(t`Following`), run: mine('/following') },
    { label: goTo(t`Drafts`), run: mine('/drafts') },
    { label: goTo(t`Suggested edits`), run: mine('/suggestions') },
    { label: goTo(t`My flags`), run: mine('/flags') },
    ...(me?.permissions.review ? [{ label: goTo(t`Review`), run: mine('/review') }] : []),
    { label: goTo(t`Settings`), run: mine('/settings/profile') },
  ];
  return [
    ...onPage,
    ...places,
    ...(me ? own : []),
    ...themes.map(({ value, label }) => ({
      label: t`Appearance: ${label}`,
      run: () => chooseTheme(value),
    })),
    { label: words.deeds.help, keys: '?', run: onHelp },
  ];
}
