import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { createMemoryRouter, type DataRouter, Link } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { LatestParamsContext, latestParams } from './useLatestParams.ts';
import { useUrlQuery } from './useUrlQuery.ts';

const Query = z.object({ who: z.string().optional(), when: z.string().optional() });

/** Resolves the loaders that are still pending. */
let waiting: (() => void)[];
let router: DataRouter;

beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  waiting = [];
  router = createMemoryRouter(
    [
      {
        path: '/log',
        Component: Filters,
        loader: ({ url }) => {
          if (url.search === '') return null;
          const { promise, resolve } = Promise.withResolvers<null>();
          waiting.push(() => resolve(null));
          return promise;
        },
      },
    ],
    { initialEntries: ['/log'] },
  );
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () =>
    root.render(
      <LatestParamsContext value={() => latestParams(router)}>
        <RouterProvider router={router} />
      </LatestParamsContext>,
    ),
  );
});

afterEach(() => document.body.replaceChildren());

test('a second filter set while the first is loading keeps the first', async () => {
  await press('who');
  await press('when');
  await act(async () => {
    for (const answer of waiting) answer();
  });
  await expect.poll(() => router.state.location.search).toBe('?when=pressed&who=pressed');
});

test('a second filter set before the next render keeps the first', async () => {
  await act(async () => {
    button('who').click();
    button('when').click();
  });
  await act(async () => {
    for (const answer of waiting) answer();
  });
  await expect.poll(() => router.state.location.search).toBe('?when=pressed&who=pressed');
});

test('a link followed while a filter is loading keeps the filter', async () => {
  await press('who');
  await press('when-link');
  await act(async () => {
    for (const answer of waiting) answer();
  });
  await expect.poll(() => router.state.location.search).toBe('?when=followed&who=pressed');
});

test('a pending navigation to another page does not change the filters of this one', () => {
  const elsewhere = { location: { pathname: '/log', search: '?who=a' } } as const;
  const state = { ...elsewhere, navigation: { location: { pathname: '/staff', search: '?role=b' } } };
  expect(latestParams({ state: state as DataRouter['state'] }).toString()).toBe('who=a');
});

const button = (name: string) => document.getElementsByName(name)[0] as HTMLButtonElement;
const press = (name: string) => act(async () => button(name).click());

function Filters() {
  const { setQuery, linkTo } = useUrlQuery(Query);
  return (
    <>
      <button type="button" name="who" onClick={() => setQuery({ who: 'pressed' })} />
      <button type="button" name="when" onClick={() => setQuery({ when: 'pressed' })} />
      <Link {...{ name: 'when-link' }} to={linkTo({ when: 'followed' })} />
    </>
  );
}
