import type { AnyRouter } from '@tanstack/react-router';

/** The server described the page that was opened first; on another page its words would be wrong. */
export function dropHeadOnLeaving(router: AnyRouter): void {
  const stop = router.subscribe('onBeforeLoad', ({ fromLocation, pathChanged }) => {
    if (!fromLocation || !pathChanged) return;
    stop();
    for (const element of document.head.querySelectorAll('[data-page]')) element.remove();
  });
}
