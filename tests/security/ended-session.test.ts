/** Somebody is disabled in one process: what he had open in another is over within a second. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ENDPOINTS } from '#contract/index.ts';
import { createApp } from '#server/app.ts';
import type { Database } from '#server/db/database.ts';
import { openPostgres } from '#server/db/postgres.ts';
import { hubOf } from '#server/live/hub.ts';
import { type TestDatabase, withDatabase } from '#tests/db/harness.ts';
import { ORIGIN, type TestApp, type TestPerson, testApp } from '#tests/server/app-harness.ts';

let database: TestDatabase;
let here: TestApp;
let otherDb: Database;
let elsewhere: { fetch(path: string, as: TestPerson): Promise<Response>; close(): Promise<void> };

beforeAll(async () => {
  database = await withDatabase('postgres');
  here = await testApp(database.db);
  otherDb = openPostgres({ url: database.urls?.app ?? '' });
  const deps = { ...here.deps, db: otherDb };
  const app = createApp(deps);
  elsewhere = {
    fetch: async (path, { token }) =>
      app.fetch(new Request(`${ORIGIN}${path}`, { headers: { cookie: `sid=${token}` } })),
    close: () => hubOf(deps).close(),
  };
});
afterAll(async () => {
  await elsewhere.close();
  await otherDb.close();
  await database.close();
});

it.each([
  ['disabled', ENDPOINTS.disableStaff, { reason: 'Жұмыстан кетті' }],
  ['given another role', ENDPOINTS.changeStaff, { roles: ['auditor'] }],
] as const)(
  '%s: 401 at once and the stream of changes ended within 1 s, in every process',
  async (_how, endpoint, body) => {
    const person = await here.person(['support']);
    const stream = await elsewhere.fetch('/api/events', person);
    expect(stream.status).toBe(200);
    expect((await elsewhere.fetch('/api/requests', person)).status).toBe(200);

    const input = { params: { id: person.id }, version: 1, body };
    const answer = await here.call(endpoint, input as never, here.people.administrator);
    const since = performance.now();
    expect(answer.status).toBe(200);
    expect((await elsewhere.fetch('/api/requests', person)).status).toBe(401);
    expect((await elsewhere.fetch('/api/events', person)).status).toBe(401);
    await stream.text();
    expect(performance.now() - since).toBeLessThan(1_000);
  },
);
