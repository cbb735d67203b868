// Runs before the first paint, so that a reader who chose dark never sees a white flash.
// A file of its own because the content security policy forbids inline scripts.
(() => {
  let theme = 'system';
  try {
    theme = localStorage.getItem('wellspring.theme') ?? 'system';
  } catch {
    // Storage is blocked: the system's preference decides.
  }
  const root = document.documentElement;
  const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const prefersContrast = matchMedia('(prefers-contrast: more)').matches;
  const dark = theme === 'dark' || (theme !== 'light' && prefersDark);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  if (theme === 'contrast' || prefersContrast) root.setAttribute('data-contrast', 'more');
})();
