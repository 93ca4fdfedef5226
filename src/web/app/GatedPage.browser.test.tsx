import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot, type Root } from 'react-dom/client';
import { createMemoryRouter, type RouteObject } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Action } from '#domain/access/actions.ts';
import { holds } from '#domain/access/can.ts';
import { type Role, roles } from '#domain/access/roles.ts';
import { loadTranslator } from '#i18n/load.ts';
import { sessionCase } from '#tests/cases/session.ts';
import { createQueryClient } from '#web/api/query.ts';
import { LocaleProvider } from '#web/lib/LocaleProvider.tsx';
import { NowProvider } from '#web/lib/NowProvider.tsx';
import { sessionQuery } from '#web/lib/useMe.ts';
import { PageError } from './PageError.tsx';
import { pagesBehindSignIn } from './routes.tsx';

const REFUSED = { type: '', title: '', status: 403, code: 'forbidden', requestId: 'r', why: 'role' };
const pages = pagesBehindSignIn(createQueryClient()) as readonly RouteObject[];
const asking = pages.flatMap(({ path = '', handle }) => {
  const action: Action | undefined = handle?.action;
  return action ? [{ path, action }] : [];
});

let root: Root;
beforeEach(() => {
  // As the server answers everything that the role may not read.
  vi.stubGlobal('fetch', async () =>
    Response.json(REFUSED, { status: 403, headers: { 'content-type': 'application/problem+json' } }),
  );
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

test('every page asks for a right, except those that show nothing of the desk’s data', () => {
  const open = pages.filter(({ handle }) => handle?.action === undefined).map(({ path }) => path);
  expect(open).toEqual(['audit/events', 'who-sees-what', 'profile', '*']);
});

test.each(asking)('/$path shows no form without the right to it', async ({ path, action }) => {
  for (const role of roles.filter((each) => !holds([each], action))) {
    await openAs(role, `/${path.replace(':reference', 'NP-2026-000861').replace('/:section?', '')}`);
    await expect.element(page.getByRole('heading', { name: 'Access denied' })).toBeVisible();
    expect(document.querySelector('input, textarea, select, form')).toBeNull();
  }
});

test.each(['register', 'search'])('/%s is open to who may use it', async (path) => {
  await openAs('support', `/${path}`);
  await expect.poll(() => document.querySelector('form')).not.toBeNull();
});

async function openAs(role: Role, path: string): Promise<void> {
  const client = createQueryClient();
  client.setQueryData(sessionQuery.queryKey, sessionCase(role));
  const router = createMemoryRouter(
    [{ ErrorBoundary: PageError, HydrateFallback: Nothing, children: pagesBehindSignIn(client) }],
    { initialEntries: [path] },
  );
  const translator = await loadTranslator('en');
  root.render(
    <QueryClientProvider client={client}>
      <LocaleProvider translator={translator}>
        <NowProvider clock={() => Temporal.Instant.from('2026-11-20T06:00:00Z')}>
          <RouterProvider router={router} />
        </NowProvider>
      </LocaleProvider>
    </QueryClientProvider>,
  );
}

/** Without a fallback the router warns on the console while the first page loads. */
function Nothing() {
  return null;
}
