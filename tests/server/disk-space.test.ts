/**
 * While disk space is low, changes are refused and reading goes on; on a full disk nothing that must be recorded is
 * answered. Either ends by itself.
 */
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '#contract/endpoint.ts';
import { ENDPOINTS, type EndpointId } from '#contract/index.ts';
import { actionRow } from '#domain/access/actions.ts';
import { UNRECORDED } from '#domain/audit/events.ts';
import type { Space } from '#server/db/database.ts';
import { allowedCall, answeredIds, send } from '#tests/access/ready-call.ts';
import { newStage, type Stage } from '#tests/access/scene.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';

const endpointOf = (id: EndpointId): Endpoint => ENDPOINTS[id];

/** What goes on although it is no GET: signing in, looking for and revealing, and three acts that protect. */
const GOES_ON: readonly EndpointId[] = [
  'signIn',
  'signOut',
  'touchSession',
  'saveProfile',
  'changePassword',
  'inspectLink',
  'acceptLink',
  'searchRequests',
  'revealField',
  'copyField',
  'compareField',
  'findPersonTrail',
  'exportCase',
  'reportVerification',
  'disableStaff',
  'revokeIntakeSecret',
];
const CHANGES = answeredIds.filter((id) => endpointOf(id).method !== 'GET' && !GOES_ON.includes(id));
const READS = answeredIds.filter((id) => !CHANGES.includes(id));
const RECORDED = answeredIds.filter((id) => {
  const { path, action } = endpointOf(id);
  return !path.startsWith('/api/health') && !UNRECORDED.includes(actionRow(action).event);
});

describeEachDatabase('disk space', (current) => {
  let app: TestApp;
  let stage: Stage;
  let space: Space = 'ok';
  const ready = async () => {
    const { status, headers, ...answer } = await app.fetch('/api/health/ready').then(async (response) => ({
      status: response.status,
      headers: response.headers,
      body: await response.json(),
    }));
    return [status, answer.body.why ?? answer.body.checks.storage];
  };
  const countOf = async (table: string) =>
    (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(app.db.kysely)).rows[0]
      ?.n;

  beforeAll(async () => {
    const db = current().db;
    // What the database itself says of its disk, or what this test says for it.
    app = await testApp({ ...db, space: () => (space === 'ok' ? db.space() : space) });
    stage = await newStage(app);
  });

  describe('is low', () => {
    const whileLow = async <T>(work: () => Promise<T>): Promise<T> => {
      space = 'low';
      try {
        return await work();
      } finally {
        space = 'ok';
      }
    };

    it.each(CHANGES)('%s is refused, and nothing is written', async (id) => {
      const call = await allowedCall(stage, id);
      const before = await countOf('audit_event');
      const { status, body, headers } = await whileLow(() => send(call));
      expect([status, body.code]).toEqual([507, 'storage_full']);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await countOf('audit_event')).toBe(before);
    });

    it.each(READS)('%s goes on', async (id) => {
      const call = await allowedCall(stage, id);
      const { status, raw } = await whileLow(() => send(call));
      expect(status, raw.slice(0, 300)).toBe(endpointOf(id).status ?? 200);
    });

    it('is said by the readiness probe, which stays ready, and not by a line for each call', async () => {
      const before = app.logLines.length;
      const call = await allowedCall(stage, 'takeRequest');
      await whileLow(() => send(call));
      expect(await whileLow(ready)).toEqual([200, 'low']);
      expect(app.logLines.slice(before)).toEqual([]);
      expect((await send(call)).status).toBe(200);
      expect(await ready()).toEqual([200, 'ok']);
    });
  });

  describe('is at an end', () => {
    /** The server's own refusal when a table cannot grow. */
    const whileFull = async <T>(work: () => Promise<T>): Promise<T> => {
      const as = (text: string) => sql.raw(text).execute(current().superuser.kysely);
      await as(`create or replace function disk_full() returns trigger language plpgsql as $$ begin
        raise exception 'could not extend file' using errcode = 'disk_full'; end $$`);
      const tables = ['audit_event', 'setting'];
      for (const table of tables)
        await as(`create trigger a_full before insert or update on ${table} execute function disk_full()`);
      try {
        return await work();
      } finally {
        for (const table of tables) await as(`drop trigger a_full on ${table}`);
      }
    };

    it.each(RECORDED)('%s is refused and shows nothing', async (id) => {
      const call = await allowedCall(stage, id);
      const before = await countOf('audit_event');
      const { status, body } = await whileFull(() => send(call));
      expect([status, body?.code]).toEqual([507, 'storage_full']);
      expect(body).not.toHaveProperty('items');
      expect(await countOf('audit_event')).toBe(before);
    });

    it('is said by the readiness probe until it writes again', async () => {
      const call = await allowedCall(stage, 'takeRequest');
      await whileFull(async () => {
        expect((await send(call)).status).toBe(507);
        if (current().kind === 'postgres') expect(await ready()).toEqual([503, 'storage']);
      });
      expect(await ready()).toEqual([200, 'ok']);
      expect((await send(call)).status).toBe(200);
    });
  });
});
