/** The door of everything behind the sign-in page; it is passed before any page asks the server for anything. */
import type { QueryClient } from '@tanstack/react-query';
import { type MiddlewareFunction, redirect } from 'react-router';
import { readSession, type SessionState } from '#contract/session.ts';
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
    return next();
  };
