import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '@/lib/lazy';
import { badgeRoute, badgesRoute } from '@/pages/badges/badges-route';
import { flagsRoute } from '@/pages/flags/flags-route';
import { followingRoute } from '@/pages/following/following-route';
import { inboxRoute } from '@/pages/inbox/inbox-route';
import { leaderboardRoute } from '@/pages/leaderboard/leaderboard-route';
import { privilegesRoute } from '@/pages/privileges/privileges-route';
import { auditsRoute, reviewRoute } from '@/pages/review/review-route';
import { savesRoute } from '@/pages/saves/saves-route';
import { searchRoute } from '@/pages/search/search-route';
import { spaceRoute, spacesRoute } from '@/pages/spaces/space-route';
import { suggestionRoute, suggestionsRoute } from '@/pages/suggestions/suggestions-route';
import { tagEditRoute, tagHistoryRoute, tagRoute, tagsRoute } from '@/pages/tags/tags-route';
import { templatesRoute } from '@/pages/templates/templates-route';
import { root } from './root-route';

const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  ...searchRoute,
  component: lazyPage(() => import('@/pages/search/search-page'), 'SearchPage'),
});

const tags = createRoute({
  getParentRoute: () => root,
  path: '/tags',
  ...tagsRoute,
  component: lazyPage(() => import('@/pages/tags/tags-page'), 'TagsPage'),
});

const tag = createRoute({
  getParentRoute: () => root,
  path: '/tags/$name',
  ...tagRoute,
  component: lazyPage(() => import('@/pages/tags/tag-page'), 'TagPage'),
});

const tagEdit = createRoute({
  getParentRoute: () => root,
  path: '/tags/$name/edit',
  ...tagEditRoute,
  component: lazyPage(() => import('@/pages/tags/tag-edit-page'), 'TagEditPage'),
});

const spaces = createRoute({
  getParentRoute: () => root,
  path: '/spaces',
  ...spacesRoute,
  component: lazyPage(() => import('@/pages/spaces/spaces-page'), 'SpacesPage'),
});

const space = createRoute({
  getParentRoute: () => root,
  path: '/spaces/$slug',
  ...spaceRoute,
  component: lazyPage(() => import('@/pages/spaces/space-page'), 'SpacePage'),
});

const leaderboard = createRoute({
  getParentRoute: () => root,
  path: '/leaderboard',
  ...leaderboardRoute,
  component: lazyPage(() => import('@/pages/leaderboard/leaderboard-page'), 'LeaderboardPage'),
});

const badges = createRoute({
  getParentRoute: () => root,
  path: '/badges',
  ...badgesRoute,
  component: lazyPage(() => import('@/pages/badges/badges-page'), 'BadgesPage'),
});

const badge = createRoute({
  getParentRoute: () => root,
  path: '/badges/$key',
  ...badgeRoute,
  component: lazyPage(() => import('@/pages/badges/badge-page'), 'BadgePage'),
});

const privileges = createRoute({
  getParentRoute: () => root,
  path: '/privileges',
  ...privilegesRoute,
  component: lazyPage(() => import('@/pages/privileges/privileges-page'), 'PrivilegesPage'),
});

const saves = createRoute({
  getParentRoute: () => root,
  path: '/saves',
  ...savesRoute,
  component: lazyPage(() => import('@/pages/saves/saves-page'), 'SavesPage'),
});

const drafts = createRoute({
  getParentRoute: () => root,
  path: '/drafts',
  component: lazyPage(() => import('@/pages/drafts/drafts-page'), 'DraftsPage'),
});

const mails = createRoute({
  getParentRoute: () => root,
  path: '/mails',
  component: lazyPage(() => import('@/pages/mails/mails-page'), 'MailsPage'),
});

const following = createRoute({
  getParentRoute: () => root,
  path: '/following',
  ...followingRoute,
  component: lazyPage(() => import('@/pages/following/following-page'), 'FollowingPage'),
});

const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  ...inboxRoute,
  component: lazyPage(() => import('@/pages/inbox/inbox-page'), 'InboxPage'),
});

const suggestions = createRoute({
  getParentRoute: () => root,
  path: '/suggestions',
  ...suggestionsRoute,
  component: lazyPage(() => import('@/pages/suggestions/suggestions-page'), 'SuggestionsPage'),
});

const suggestion = createRoute({
  getParentRoute: () => root,
  path: '/suggestions/$id',
  ...suggestionRoute,
  component: lazyPage(() => import('@/pages/suggestions/suggestion-page'), 'SuggestionPage'),
});

const improve = createRoute({
  getParentRoute: () => root,
  path: '/suggestions/$id/improve',
  component: lazyPage(() => import('@/pages/question/improve-page'), 'ImprovePage'),
});

const timeline = createRoute({
  getParentRoute: () => root,
  path: '/posts/$id/timeline',
  component: lazyPage(() => import('@/pages/revisions/timeline-page'), 'TimelinePage'),
});

const commentHistory = createRoute({
  getParentRoute: () => root,
  path: '/comments/$id/revisions',
  component: lazyPage(() => import('@/pages/revisions/comment-history-page'), 'CommentHistoryPage'),
});

const tagHistory = createRoute({
  getParentRoute: () => root,
  path: '/tags/$name/revisions',
  ...tagHistoryRoute,
  component: lazyPage(() => import('@/pages/tags/tag-history-page'), 'TagHistoryPage'),
});

const templates = createRoute({
  getParentRoute: () => root,
  path: '/templates',
  ...templatesRoute,
  component: lazyPage(() => import('@/pages/templates/templates-page'), 'TemplatesPage'),
});

const flags = createRoute({
  getParentRoute: () => root,
  path: '/flags',
  ...flagsRoute,
  component: lazyPage(() => import('@/pages/flags/flags-page'), 'FlagsPage'),
});

const review = createRoute({
  getParentRoute: () => root,
  path: '/review',
  ...reviewRoute,
  component: lazyPage(() => import('@/pages/review/review-page'), 'ReviewPage'),
});

const decisions = createRoute({
  getParentRoute: () => root,
  path: '/review/decisions',
  ...auditsRoute,
  component: lazyPage(() => import('@/pages/review/decisions-page'), 'DecisionsPage'),
});

/** Where one finds things and people: search, tags, spaces, what one saved, follows or began to write, the inbox, flags, reviews, the leaderboard, badges and privileges. */
export const browseRoutes = [
  search,
  tags,
  tag,
  tagEdit,
  spaces,
  space,
  leaderboard,
  badges,
  badge,
  privileges,
  saves,
  drafts,
  mails,
  following,
  inbox,
  timeline,
  commentHistory,
  tagHistory,
  suggestions,
  suggestion,
  improve,
  templates,
  flags,
  review,
  decisions,
] as const;
