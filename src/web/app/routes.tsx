/**
 * Every page and its address. A page is a module `features/<x>/<Name>Page.tsx` that exports
 *
 *   export const loader = (client: QueryClient) => async ({ request, params }: LoaderFunctionArgs) => …   (optional)
 *   export function Component() { … }
 *
 * The loader awaits `open(client, endpoint, input)`; the component reads the same object through
 * `useSuspenseQuery(queryOf(endpoint, input))`. PageError shows a thrown ApiError inside the shell, so a page needs no
 * ErrorBoundary of its own. `action` is the right the page asks for: without it GatedPage shows which one is missing, and PageError
 * names it when the server refuses.
 * Links come from paths.ts, the window's title from ui/text/PageTitle.
 */
import type { QueryClient } from '@tanstack/react-query';
import {
  createBrowserRouter,
  createHashRouter,
  type DataRouter,
  type MiddlewareFunction,
  redirect,
} from 'react-router';
import { readSession, type SessionState } from '#contract/session.ts';
import { open } from '#web/api/query.ts';
import { PAGES_IN_FRAGMENT } from '#web/lib/page-address.ts';
import { sessionQuery } from '#web/lib/useMe.ts';
import { PageError, RootError } from './PageError.tsx';
import { pageRoute } from './page-route.ts';
import { paths } from './paths.ts';
import { Shell } from './Shell.tsx';
import { ThinBar } from './ThinBar.tsx';

const createRouterOf = PAGES_IN_FRAGMENT ? createHashRouter : createBrowserRouter;

export function createRouter(client: QueryClient): DataRouter {
  const page = pageRoute.bind(null, client);
  return createRouterOf([
    {
      ErrorBoundary: RootError,
      HydrateFallback: ThinBar,
      children: [
        page({
          path: '/sign-in',
          load: () => import('#web/features/session/SignInPage.tsx'),
        }),
        page({
          path: '/link',
          load: () => import('#web/features/session/LinkPage.tsx'),
        }),
        {
          middleware: [onlySignedIn(client)],
          Component: Shell,
          children: [{ ErrorBoundary: PageError, children: pagesBehindSignIn(client) }],
        },
      ],
    },
  ]);
}

export function pagesBehindSignIn(client: QueryClient) {
  const page = pageRoute.bind(null, client);
  return [
    page({
      path: '',
      // A viewer without the list, such as the administrator, goes on to the desk's health.
      action: 'request.count',
      load: () => import('#web/features/inbox/InboxPage.tsx'),
    }),
    page({
      path: 'register',
      action: 'request.register',
      load: () => import('#web/features/register/RegisterPage.tsx'),
    }),
    page({
      path: 'requests/:reference',
      action: 'request.open',
      load: () => import('#web/features/request/RequestPage.tsx'),
    }),
    page({
      path: 'requests/:reference/trail',
      action: 'request.trail',
      load: () => import('#web/features/trail/TrailPage.tsx'),
    }),
    page({
      path: 'search',
      action: 'request.search',
      load: () => import('#web/features/search/SearchPage.tsx'),
    }),
    page({
      path: 'audit',
      action: 'audit.list',
      load: () => import('#web/features/audit/AuditPage.tsx'),
    }),
    page({
      path: 'audit/person',
      action: 'audit.person_trail',
      load: () => import('#web/features/trail/PersonTrailPage.tsx'),
    }),
    page({
      path: 'audit/sample',
      action: 'audit.sample',
      load: () => import('#web/features/yearly/SamplePage.tsx'),
    }),
    page({
      path: 'audit/roles',
      action: 'audit.roles',
      load: () => import('#web/features/yearly/RolesPage.tsx'),
    }),
    page({
      path: 'audit/exports',
      action: 'audit.exports',
      load: () => import('#web/features/exports/ExportsPage.tsx'),
    }),
    page({
      path: 'audit/events',
      load: () => import('#web/features/registry/RegistryPage.tsx'),
    }),
    page({
      path: 'who-sees-what',
      load: () => import('#web/features/visibility/VisibilityPage.tsx'),
    }),
    page({
      path: 'staff',
      action: 'staff.list',
      load: () => import('#web/features/staff/StaffPage.tsx'),
    }),
    page({
      path: 'settings/:section?',
      action: 'settings.read',
      load: () => import('#web/features/settings/SettingsPage.tsx'),
    }),
    page({
      path: 'home',
      action: 'settings.read',
      load: () => import('#web/features/first-steps/home/HomePage.tsx'),
    }),
    page({
      path: 'first-steps',
      action: 'settings.read',
      load: () => import('#web/features/first-steps/FirstStepsPage.tsx'),
    }),
    page({
      path: 'profile',
      load: () => import('#web/features/session/ProfilePage.tsx'),
    }),
    { path: '*', loader: nowhere, Component: PageError },
  ];
}

/** The router's own 404 has no shell around it; a thrown Response shows PageError inside the shell. */
function nowhere(): never {
  throw new Response(null, { status: 404 });
}

/**
 * Runs before the loader of any page behind sign-in, so that such a page sends no request without a session. A visitor
 * without a session is redirected to sign-in and then returns to the same page.
 */
const onlySignedIn =
  (client: QueryClient): MiddlewareFunction =>
  async ({ request }, next) => {
    const known = client.getQueryData<SessionState>(sessionQuery.queryKey);
    const { me } = known ?? (await open(client, readSession, {}));
    const { pathname, search } = new URL(request.url);
    const here = `${pathname}${search}`;
    if (!me) throw redirect(paths.signIn(here === '/' ? undefined : here));
    return next();
  };
