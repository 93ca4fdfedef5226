/**
 * The log is locked for half a minute, as by a careless maintenance statement: no route returns data it could not log.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { ENDPOINTS } from '#contract/index.ts';
import { healthReady } from '#contract/system.ts';
import { actionRow } from '#domain/access/actions.ts';
import { UNRECORDED } from '#domain/audit/events.ts';
import type { Database } from '#server/db/database.ts';
import { openPostgres } from '#server/db/postgres.ts';
import { allowedCall, answeredIds, type Ready, send } from '#tests/access/ready-call.ts';
import { newStage } from '#tests/access/scene.ts';
import { type TestDatabase, withDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { measured, timed } from './program.ts';

const LOCKED_MS = 30_000;
/** Fewer calls at once than database sessions, so that calls fail at the log and not in the queue for a session. */
const AT_ONCE = 8;

let database: TestDatabase;
let serving: Database;
let app: TestApp;
const calls: Ready[] = [];

beforeAll(async () => {
  database = await withDatabase('postgres');
  // With the limits of a server: what the other tests use waits for a lock almost as long as this one lasts.
  serving = openPostgres({ url: database.urls?.app ?? '' });
  app = await testApp(serving);
  const stage = await newStage(app);
  const recorded = answeredIds.filter((id) => !UNRECORDED.includes(actionRow(ENDPOINTS[id].action).event));
  for (const id of recorded) calls.push(await allowedCall(stage, id));
});
afterAll(async () => {
  await serving.close();
  await database.close();
});

it(`every audited route answers 503 before the log is free again and sends 0 bytes of data while the log is locked for ${LOCKED_MS / 1000} s; health says why; then all is well`, async () => {
  const before = await standing();
  const unlock = await lockLog();
  const longEnough = sleep(LOCKED_MS);
  onTestFinished(unlock);

  const slowest: { id: string; ms: number } = { id: '', ms: 0 };
  const health = await app.call(healthReady, {});
  expect([health.status, health.body.why]).toEqual([503, 'log']);
  for (let at = 0; at < calls.length; at += AT_ONCE) {
    await Promise.all(
      calls.slice(at, at + AT_ONCE).map(async (call) => {
        const { id, scene } = call;
        const { result: answer, ms } = await timed(() => send(call));
        if (ms > slowest.ms) Object.assign(slowest, { id, ms });
        expect([id, answer.status]).toEqual([id, 503]);
        expect([id, Object.keys(answer.body).filter((key) => !PROBLEM.includes(key))]).toEqual([id, []]);
        expect([id, scene.target.canaries.filter(({ value }) => answer.raw.includes(value))]).toEqual([
          id,
          [],
        ]);
      }),
    );
  }
  await longEnough;
  expect((await app.call(healthReady, {})).status).toBe(503);
  await unlock();

  measured(`${calls.length} routes; the slowest, ${slowest.id}, after ${Math.round(slowest.ms)} ms`);
  expect(await standing()).toEqual(before);
  expect((await app.call(healthReady, {})).status).toBe(200);
  const list = await app.call(ENDPOINTS.listRequests, {}, app.people.privacy_officer);
  expect(list.status).toBe(200);
});

const PROBLEM = ['type', 'title', 'status', 'code', 'requestId', 'retryAfter', 'errors', 'why'];

/** Resolves once the log is locked for all sessions; the returned function unlocks it and may be called twice. */
async function lockLog(): Promise<() => Promise<void>> {
  const patient = openPostgres({ url: database.urls?.superuser ?? '', idleTransactionMs: LOCKED_MS * 2 });
  const unlock = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  const held = patient.transaction(async (tx) => {
    await sql`lock table audit_event in access exclusive mode`.execute(tx);
    locked.resolve();
    await unlock.promise;
  });
  await Promise.race([locked.promise, held]);
  return async () => {
    unlock.resolve();
    await held;
    await patient.close();
  };
}

/** Everything that a route could have changed. */
async function standing(): Promise<unknown> {
  const { kysely } = database.superuser;
  const requests = await kysely
    .selectFrom('request')
    .select(['id', 'version', 'status'])
    .orderBy('id')
    .execute();
  const people = await kysely
    .selectFrom('person')
    .select(['id', 'version', 'disabled_at'])
    .orderBy('id')
    .execute();
  const counts =
    await sql`select (select count(*) from audit_event) as events, (select count(*) from note) as notes,
    (select count(*) from draft) as drafts, (select count(*) from intake_secret where revoked_at is null) as secrets,
    (select count(*) from session) as sessions, (select count(*) from link) as links,
    (select count(*) from setting) as settings`.execute(kysely);
  return { requests, people, counts: counts.rows };
}
