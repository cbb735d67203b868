import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { lazyPage } from '@/lib/lazy';
import { parseSearch, stringifySearch } from '@/lib/search-string';
import { askRoute } from '@/pages/ask/ask-route';
import { peopleRoute, profileRoute } from '@/pages/people/people-route';
import { editRoute } from '@/pages/question/edit-route';
import { questionRoute } from '@/pages/question/question-route';
import { questionsRoute } from '@/pages/questions/questions-route';
import { revisionsRoute } from '@/pages/revisions/revisions-route';
import { signInRoute } from '@/pages/session/session-route';
import { NoAccess, NotFound } from '@/ui/helpful-page';
import { browseRoutes } from './browse-routes';
import { root } from './root-route';
import { RouteError, RoutePending } from './route-states';
import { shortRoutes } from './short-routes';

// Each page is a chunk of its own. What a page needs from its address and wants loaded ahead stands
// in its *-route.ts, which is small and loaded at once, so that hovering a link can load the data.
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/questions', replace: true });
  },
});

const questions = createRoute({
  getParentRoute: () => root,
  path: '/questions',
  ...questionsRoute,
  component: lazyRouteComponent(() => import('@/pages/questions/questions-page'), 'QuestionsPage'),
});

const ask = createRoute({
  getParentRoute: () => root,
  path: '/questions/ask',
  ...askRoute,
  component: lazyPage(() => import('@/pages/ask/ask-page'), 'AskPage'),
});

const question = createRoute({
  getParentRoute: () => root,
  path: '/questions/$id/{-$slug}',
  ...questionRoute,
  component: lazyRouteComponent(() => import('@/pages/question/question-page'), 'QuestionPage'),
});

const editQuestion = createRoute({
  getParentRoute: () => root,
  path: '/questions/$id/edit',
  ...editRoute,
  component: lazyPage(() => import('@/pages/question/edit-question-page'), 'EditQuestionPage'),
});

const editAnswer = createRoute({
  getParentRoute: () => root,
  path: '/answers/$id/edit',
  ...editRoute,
  component: lazyPage(() => import('@/pages/question/edit-answer-page'), 'EditAnswerPage'),
});

const revisions = createRoute({
  getParentRoute: () => root,
  path: '/posts/$id/revisions',
  ...revisionsRoute,
  component: lazyPage(() => import('@/pages/revisions/revisions-page'), 'RevisionsPage'),
});

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  ...peopleRoute,
  component: lazyPage(() => import('@/pages/people/people-page'), 'PeoplePage'),
});

const profile = createRoute({
  getParentRoute: () => root,
  path: '/people/$id/{-$slug}',
  ...profileRoute,
  component: lazyPage(() => import('@/pages/people/profile-page'), 'ProfilePage'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  ...signInRoute,
  component: lazyPage(() => import('@/pages/session/sign-in-page'), 'SignInPage'),
});

const register = createRoute({
  getParentRoute: () => root,
  path: '/register',
  ...signInRoute,
  component: lazyPage(() => import('@/pages/session/register-page'), 'RegisterPage'),
});

const claim = createRoute({
  getParentRoute: () => root,
  path: '/claim',
  component: lazyPage(() => import('@/pages/session/claim-page'), 'ClaimPage'),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyPage(() => import('@/pages/settings/settings-page'), 'SettingsPage'),
});

const settingsHome = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/profile', replace: true });
  },
});

const settingsProfile = createRoute({
  getParentRoute: () => settings,
  path: '/profile',
  component: lazyPage(() => import('@/pages/settings/profile-part'), 'ProfilePart'),
});

const settingsAppearance = createRoute({
  getParentRoute: () => settings,
  path: '/appearance',
  component: lazyPage(() => import('@/pages/settings/appearance-part'), 'AppearancePart'),
});

const settingsLanguage = createRoute({
  getParentRoute: () => settings,
  path: '/language',
  component: lazyPage(() => import('@/pages/settings/language-part'), 'LanguagePart'),
});

const settingsNotices = createRoute({
  getParentRoute: () => settings,
  path: '/notices',
  component: lazyPage(() => import('@/pages/settings/notices-part'), 'NoticesPart'),
});

const settingsSecurity = createRoute({
  getParentRoute: () => settings,
  path: '/security',
  component: lazyPage(() => import('@/pages/settings/security-part'), 'SecurityPart'),
});

const settingsFeeds = createRoute({
  getParentRoute: () => settings,
  path: '/feeds',
  component: lazyPage(() => import('@/pages/settings/feeds-part'), 'FeedsPart'),
});

const noAccess = createRoute({
  getParentRoute: () => root,
  path: '/no-access',
  component: NoAccess,
});

const routeTree = root.addChildren([
  ...browseRoutes,
  ...shortRoutes,
  home,
  questions,
  ask,
  question,
  editQuestion,
  editAnswer,
  revisions,
  people,
  profile,
  signIn,
  register,
  claim,
  settings.addChildren([
    settingsHome,
    settingsProfile,
    settingsAppearance,
    settingsLanguage,
    settingsNotices,
    settingsFeeds,
    settingsSecurity,
  ]),
  noAccess,
]);

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPreloadDelay: 60,
    // The query client decides what is fresh; the router only asks it.
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 150,
    defaultPendingMinMs: 0,
    defaultPendingComponent: RoutePending,
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
