import { createRootRouteWithContext } from '@tanstack/react-router';
import type { RouterContext } from '@/lib/router-context';
import { Shell } from './shell/shell';

/** The frame around every page. */
export const root = createRootRouteWithContext<RouterContext>()({ component: Shell });
