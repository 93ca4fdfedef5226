/** Turns a page module into a lazy route with its chunk, its loader and the right it asks for. */
import type { QueryClient } from '@tanstack/react-query';
import { type ComponentType, createElement } from 'react';
import {
  type LoaderFunction,
  type LoaderFunctionArgs,
  type RouteObject,
  redirect,
  type ShouldRevalidateFunction,
} from 'react-router';
import { readSession } from '#contract/session.ts';
import type { Action } from '#domain/access/actions.ts';
import { ApiError, call } from '#web/api/call.ts';
import { sessionLoss } from '#web/api/session-loss.ts';
import { GatedPage } from './GatedPage.tsx';
import { paths } from './paths.ts';

/** What a `…Page.tsx` exports; see routes.tsx. */
type PageModule = {
  Component: ComponentType;
  loader?: (client: QueryClient) => LoaderFunction;
  ErrorBoundary?: ComponentType;
  shouldRevalidate?: ShouldRevalidateFunction;
};

/** What PageError needs about the page it replaces. */
export type PageHandle = {
  /** The right the page asks for. */
  action?: Action;
};

/** The page's chunk no longer exists, because the server serves a newer build. */
export class StaleBuild extends Error {}

type PageOf = { path: string; load: () => Promise<PageModule> } & PageHandle;

/** The chunk is loaded on the first visit; `action` is kept in the route's handle for PageError. */
export function pageRoute(client: QueryClient, { path, load, ...handle }: PageOf): RouteObject {
  return {
    ...(path === '' ? { index: true as const } : { path }),
    handle: handle satisfies PageHandle,
    lazy: async () => {
      const page = await load().catch(async (cause: unknown) => {
        // Throws NoAnswer when the server is down. A server that answers has replaced the chunk with a newer build.
        await call(readSession, {});
        throw new StaleBuild('the chunk could not be fetched', { cause });
      });
      return {
        Component: gated(page.Component, handle.action),
        ...(page.loader ? { loader: whenSignedIn(page.loader(client)) } : {}),
        ...(page.ErrorBoundary ? { ErrorBoundary: page.ErrorBoundary } : {}),
        ...(page.shouldRevalidate ? { shouldRevalidate: page.shouldRevalidate } : {}),
      };
    },
  };
}

function gated(Page: ComponentType, action: Action | undefined): ComponentType {
  return action === undefined ? Page : () => createElement(GatedPage, { action, Page });
}

/** Without a session the way leads to sign-in and back; a page that lost its session is on that way by itself. */
function whenSignedIn(loader: LoaderFunction): LoaderFunction {
  return async (args: LoaderFunctionArgs) => {
    try {
      return await loader(args);
    } catch (error) {
      if (!(error instanceof ApiError) || error.problem.code !== 'unauthenticated') throw error;
      if (sessionLoss.read() !== null) return new Promise<never>(() => undefined);
      const { pathname, search } = new URL(args.request.url);
      throw redirect(paths.signIn(`${pathname}${search}`));
    }
  };
}
