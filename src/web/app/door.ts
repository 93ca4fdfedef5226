/** The door of everything behind the sign-in page; it is passed before any page asks the server for anything. */
import type { QueryClient } from '@tanstack/react-query';
import { type MiddlewareFunction, redirect } from 'react-router';
import { readSession, type SessionState } from '#contract/session.ts';
import { holds } from '#domain/access/can.ts';
import type { Role } from '#domain/access/roles.ts';
import { open } from '#web/api/query.ts';
import { sessionQuery } from '#web/lib/useMe.ts';
import { paths } from './paths.ts';

/** Lets in whoever is signed in; anybody else signs in first and comes back to this very page. */
export const door =
  (client: QueryClient): MiddlewareFunction =>
  async ({ request }, next) => {
    const known = client.getQueryData<SessionState>(sessionQuery.queryKey);
    const { me } = known ?? (await open(client, readSession, {}));
    const { pathname, search } = new URL(request.url);
    const here = `${pathname}${search}`;
    if (!me) throw redirect(paths.signIn(here === '/' ? undefined : here));
    const home = homeOf(me.roles);
    if (here === '/' && home !== '/') throw redirect(home);
    return next();
  };

/** The queue for whoever may list it, otherwise the first page the person's rights open. */
export function homeOf(roles: readonly Role[]): string {
  if (holds(roles, 'request.list'))
    // Whoever takes no requests has no move, and would find `my move` empty for ever.
    return paths.inbox(holds(roles, 'request.take') ? {} : { view: 'open' });
  return holds(roles, 'settings.change') ? paths.firstSteps() : paths.visibility();
}
