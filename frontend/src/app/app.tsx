import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Suspense } from 'react';
import { lazyPart } from '@/lib/lazy';
import { styleNonce } from '@/lib/nonce';
import { useAppearance } from '@/lib/theme';
import { resolveCssVariables, theme } from '@/ui/theme';
import { useToastsWanted } from '@/ui/toast';
import { dropHeadOnLeaving } from './page-head';
import { createQueryClient } from './query-client';
import { createAppRouter } from './router';
import { followSession } from './session-sync';

const Toasts = lazyPart(() => import('@/ui/toasts'), 'Toasts');

const queryClient = createQueryClient();
const router = createAppRouter(queryClient);
followSession(queryClient);
dropHeadOnLeaving(router);

export function App() {
  const { scheme } = useAppearance();
  return (
    <I18nProvider i18n={i18n}>
      <MantineProvider
        theme={theme}
        forceColorScheme={scheme}
        cssVariablesResolver={resolveCssVariables}
        getStyleNonce={styleNonce}
      >
        <Suspense>{useToastsWanted() ? <Toasts /> : null}</Suspense>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </I18nProvider>
  );
}
