import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { endpointsIn } from './endpoint.ts';
import { ENDPOINTS, type EndpointId, endpoints } from './index.ts';

const exported = await Promise.all(
  readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'index.ts')
    .map(async (file): Promise<object> => endpointsIn(await import(/* @vite-ignore */ `./${file}`))),
);

test('the index gathers the endpoints of every module of the contract', () => {
  expect(exported.flatMap((module) => Object.keys(module)).toSorted()).toEqual(
    Object.keys(ENDPOINTS).toSorted(),
  );
});

test('an endpoint has the name it is exported under for its id', () => {
  expect(endpoints.map(({ id }) => id)).toEqual(Object.keys(ENDPOINTS));
});

test('no two endpoints answer the same call', () => {
  const calls = endpoints.map(({ method, path }) => `${method} ${path}`);
  expect(calls).toEqual([...new Set(calls)]);
});

test('the ids are a union of literals', () => {
  const known: EndpointId = 'getRequest';
  // @ts-expect-error: an id that no module exports
  const unknown: EndpointId = 'getNothing';
  expect([known in ENDPOINTS, unknown in ENDPOINTS]).toEqual([true, false]);
});

test('the endpoints of a module keep the order of its file', async () => {
  const session = Object.keys(endpointsIn(await import('./session.ts')));
  expect(session.slice(0, 3)).toEqual(['signIn', 'readSession', 'signOut']);
});
