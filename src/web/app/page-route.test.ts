import type { LoaderFunction, LoaderFunctionArgs } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import { ApiError, NoAnswer } from '#web/api/call.ts';
import { createQueryClient } from '#web/api/query.ts';
import { sessionLoss } from '#web/api/session-loss.ts';
import { pageRoute, StaleBuild } from './page-route.ts';

const Nothing = () => null;
const unauthenticated = () =>
  new ApiError({ type: '', title: '', status: 401, code: 'unauthenticated', requestId: '' });

function opening(loader: LoaderFunction, signal = new AbortController().signal) {
  const route = pageRoute(createQueryClient(), {
    path: 'page',
    load: async () => ({ Component: Nothing, loader: () => loader }),
  });
  const args = { request: new Request('http://desk.example/page', { signal }), params: {} };
  return async () => {
    const page = typeof route.lazy === 'function' ? await route.lazy() : {};
    return typeof page.loader === 'function' ? page.loader(args as LoaderFunctionArgs) : null;
  };
}

afterEach(() => {
  sessionLoss.mend();
  vi.unstubAllGlobals();
});

test('a page opened after the session ended loads once the person has signed in again', async () => {
  let back = false;
  const open = opening(() => {
    if (back) return 'the page';
    sessionLoss.tell();
    throw unauthenticated();
  })();
  await expect.poll(() => sessionLoss.read()).toBe(true);
  back = true;
  sessionLoss.mend();
  expect(await open).toBe('the page');
});

test('leaving the page while it waits for sign-in ends the wait', async () => {
  const leaving = new AbortController();
  const open = opening(() => {
    sessionLoss.tell();
    throw unauthenticated();
  }, leaving.signal)();
  const outcome = expect(open).rejects.toThrow('unauthenticated');
  await expect.poll(() => sessionLoss.read()).toBe(true);
  leaving.abort();
  await outcome;
});

const missingChunk = () =>
  pageRoute(createQueryClient(), {
    path: 'page',
    load: () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
  });
const loaded = async () => {
  const { lazy } = missingChunk();
  return typeof lazy === 'function' ? lazy() : null;
};

test('a chunk missing from a server that answers means a stale build', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ me: null }));
  await expect(loaded()).rejects.toBeInstanceOf(StaleBuild);
});

test('a chunk that cannot be fetched while the server is down is NoAnswer, not a stale build', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')));
  await expect(loaded()).rejects.toBeInstanceOf(NoAnswer);
});
