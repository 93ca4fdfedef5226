/** When a person is disabled in one process, open streams in another process end at its next check, a second later. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { ENDPOINTS } from '#contract/index.ts';
import { createApp } from '#server/app.ts';
import type { Database } from '#server/db/database.ts';
import { openPostgres } from '#server/db/postgres.ts';
import { hubOf } from '#server/live/hub.ts';
import { PATIENT, type TestDatabase, withDatabase } from '#tests/db/harness.ts';
import { ORIGIN, type TestApp, type TestPerson, testApp } from '#tests/server/app-harness.ts';

let database: TestDatabase;
let here: TestApp;
let otherDb: Database;
let elsewhere: { fetch(path: string, as: TestPerson): Promise<Response>; close(): Promise<void> };

beforeAll(async () => {
  database = await withDatabase('postgres');
  here = await testApp(database.db);
  otherDb = openPostgres({ url: database.urls?.app ?? '', ...PATIENT });
  const deps = { ...here.deps, db: otherDb };
  const app = createApp(deps);
  elsewhere = {
    fetch: async (path, { token }) =>
      app.fetch(new Request(`${ORIGIN}${path}`, { headers: { cookie: `sid=${token}` } })),
    close: () => hubOf(deps).close(),
  };
});
// Only the clock of the checks is virtual; the databases keep the real one.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());
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
    expect(answer.status).toBe(200);
    expect((await elsewhere.fetch('/api/requests', person)).status).toBe(401);
    expect((await elsewhere.fetch('/api/events', person)).status).toBe(401);
    await vi.advanceTimersByTimeAsync(1_000);
    await stream.text(); // resolves when the stream has ended
  },
);
