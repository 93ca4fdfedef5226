import type { LoaderFunction, LoaderFunctionArgs } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import { ApiError, NoAnswer } from '#web/api/call.ts';
import { createQueryClient } from '#web/api/query.ts';
import { pageRoute, StaleBuild } from './page-route.ts';

const Nothing = () => null;
const unauthenticated = () =>
  new ApiError({ type: '', title: '', status: 401, code: 'unauthenticated', requestId: '' });

function opening(loader: LoaderFunction) {
  const route = pageRoute(createQueryClient(), {
    path: 'page',
    load: async () => ({ Component: Nothing, loader: () => loader }),
  });
  const args = { request: new Request('http://desk.example/page'), params: {} };
  return async () => {
    const page = typeof route.lazy === 'function' ? await route.lazy() : {};
    return typeof page.loader === 'function' ? page.loader(args as LoaderFunctionArgs) : null;
  };
}

afterEach(() => vi.unstubAllGlobals());

test('a page opened without a session leads to sign-in and back to it', async () => {
  const open = opening(() => {
    throw unauthenticated();
  })();
  const answer = await open.catch((error: unknown) => error);
  expect(answer instanceof Response && answer.headers.get('location')).toBe('/sign-in?to=%2Fpage');
});

test('any other refusal is the page’s own to show', async () => {
  const open = opening(() => {
    throw new ApiError({ type: '', title: '', status: 403, code: 'forbidden', requestId: '' });
  })();
  await expect(open).rejects.toThrow('forbidden');
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
