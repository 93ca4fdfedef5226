/** The connection breaks after COMMIT was sent: the outcome is unknown, and retrying with the same key is safe. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { registerRequest } from '#contract/requests-write.ts';
import { createApp } from '#server/app.ts';
import type { Database } from '#server/db/database.ts';
import { openPostgres } from '#server/db/postgres.ts';
import { type CuttingProxy, cuttingProxy } from '#tests/db/cutting-proxy.ts';
import { PATIENT, type TestDatabase, withDatabase } from '#tests/db/harness.ts';
import { ORIGIN, type TestApp, testApp } from '#tests/server/app-harness.ts';

let database: TestDatabase;
let direct: TestApp;
let proxy: CuttingProxy;
let throughProxy: Database;

beforeAll(async () => {
  database = await withDatabase('postgres');
  direct = await testApp(database.db);
  const url = new URL(database.urls?.app ?? '');
  proxy = await cuttingProxy(Number(url.port));
  url.port = String(proxy.port);
  throughProxy = openPostgres({ url: url.href, ...PATIENT });
});
afterAll(async () => {
  await throughProxy.close();
  await proxy.close();
  await database.close();
});

it('it is a 503 that says so, and the same key then finds one effect, not two', async () => {
  const app = createApp({ ...direct.deps, db: throughProxy });
  const body = JSON.stringify({
    type: 'contact',
    channel: 'phone',
    receivedAt: direct.clock.now().toString(),
    message: 'Деректерім туралы сұрағым бар еді.',
  });
  const headers = {
    cookie: `sid=${direct.people.support.token}`,
    'content-type': 'application/json',
    'idempotency-key': crypto.randomUUID(),
  };
  const ask = async () => {
    const answer = await app.fetch(
      new Request(`${ORIGIN}${registerRequest.path}`, { method: 'POST', headers, body }),
    );
    return {
      status: answer.status,
      retryAfter: answer.headers.get('retry-after'),
      body: await answer.json(),
    };
  };
  const requests = async () =>
    (await database.db.kysely.selectFrom('request').select('reference').execute()).map(
      ({ reference }) => reference,
    );

  proxy.cutAfter('commit');
  const unknown = await ask();
  expect([unknown.status, unknown.body.code]).toEqual([503, 'outcome_unknown']);
  expect(unknown.retryAfter).toBe('2');
  const made = await requests();
  expect(made).toHaveLength(1); // the commit had succeeded

  const again = await ask();
  expect([again.status, again.body.reference]).toEqual([201, made[0]]);
  expect(await requests()).toEqual(made);
});
