import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/**
 * After a navigation the page's heading takes focus, as it would after loading a document. A change
 * of sort or filter keeps the focus where it is; another page of the same list starts at its top.
 */
export function useNavigationFocus(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, toLocation, pathChanged }) => {
        if (!fromLocation || toLocation.hash) return;
        const turned = pageOf(fromLocation.search) !== pageOf(toLocation.search);
        if (!pathChanged && !turned) return;
        const heading = document.querySelector<HTMLElement>('main h1[tabindex]');
        (heading ?? document.getElementById('main'))?.focus({ preventScroll: true });
      }),
    [router],
  );
}

function pageOf(search: object): unknown {
  return Reflect.get(search, 'page');
}
