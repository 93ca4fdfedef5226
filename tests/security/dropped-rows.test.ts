/**
 * A trigger below the application that drops rows and reports success: no call may answer as if its event, its counter
 * or its change had been written.
 */
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '#contract/endpoint.ts';
import { ENDPOINTS, type EndpointId } from '#contract/index.ts';
import { revealField } from '#contract/requests-read.ts';
import { signOut } from '#contract/session.ts';
import { disableStaff } from '#contract/staff.ts';
import { actionRow } from '#domain/access/actions.ts';
import { UNRECORDED } from '#domain/audit/events.ts';
import { bySystem } from '#server/audit/record/record.ts';
import { destroySubject } from '#server/subjects/destroy-subject.ts';
import { allowedCall, answeredIds, send } from '#tests/access/ready-call.ts';
import { newStage, type Stage } from '#tests/access/scene.ts';
import { type Seeded, seedRequest } from '#tests/cases/list-requests.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';

const endpointOf = (id: EndpointId): Endpoint => ENDPOINTS[id];
/** Calls outside the pipeline (probes, the document of the API) read nothing of a subject and write nothing. */
const LOGGED = answeredIds.filter((id) => {
  const { path, action } = endpointOf(id);
  return !path.startsWith('/api/health') && !UNRECORDED.includes(actionRow(action).event);
});

describeEachDatabase('rows that a trigger drops', (current) => {
  let app: TestApp;
  let stage: Stage;
  let mine: Seeded;
  beforeAll(async () => {
    app = await testApp(current().db);
    stage = await newStage(app);
    mine = await seedRequest(app, { assigneeId: app.people.support.id, status: 'in_progress' });
    await sql`create function drop_row() returns trigger language plpgsql as $$ begin return null; end $$`.execute(
      current().superuser.kysely,
    );
  });

  /** Runs `work` while rows of the table are dropped on the way in or out. */
  async function dropping<T>(
    table: string,
    on: 'insert' | 'update' | 'delete',
    work: () => Promise<T>,
  ): Promise<T> {
    const as = (text: string) => sql.raw(text).execute(current().superuser.kysely);
    await as(`create trigger a_dropper before ${on} on ${table} for each row execute function drop_row()`);
    try {
      return await work();
    } finally {
      await as(`drop trigger a_dropper on ${table}`);
    }
  }
  const reveal = (purposeText?: string) =>
    app.call(
      revealField,
      {
        params: { id: mine.id },
        body: purposeText
          ? { field: 'email', purpose: 'other', purposeText }
          : { field: 'email', purpose: 'contact_applicant' },
      },
      app.people.support,
    );
  const countOf = async (table: string) =>
    (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(app.db.kysely)).rows[0]
      ?.n;

  it.each(LOGGED)('%s is refused without its event, and sends nothing of it', async (id) => {
    const call = await allowedCall(stage, id);
    const before = await countOf('audit_event');
    const { status, body } = await dropping('audit_event', 'insert', () => send(call));
    expect([status, body?.code]).toEqual([503, 'unavailable']);
    expect(await countOf('audit_event')).toBe(before);
  });

  it('a reveal is refused when its event is dropped, and its budget is not spent', async () => {
    const { status, raw } = await dropping('audit_event', 'insert', () => reveal());
    expect([status, raw.includes(mine.email)]).toEqual([503, false]);
    expect((await reveal()).body.leftToday).toBe(19);
  });

  it.each([
    ['the reason is dropped', 'audit_detail', 'insert'],
    ['the counter of the day is kept from rising', 'budget', 'update'],
  ] as const)('a reveal is refused when %s', async (_, table, on) => {
    const before = await countOf('audit_event');
    const { status, raw } = await dropping(table, on, () => reveal('Хат бойынша нақтылау.'));
    expect([status, raw.includes(mine.email)]).toEqual([503, false]);
    expect(await countOf('audit_event')).toBe(before);
  });

  describe('what ends a right', () => {
    it('a sign-out is refused when the session stays', async () => {
      const token = await app.signIn(app.people.support);
      const { status } = await dropping('session', 'delete', () => app.call(signOut, {}, { token }));
      expect(status).toBe(503);
    });

    it.each([
      ['the person stays able', 'person', 'update'],
      ['the session stays', 'session', 'delete'],
    ] as const)('disabling a colleague is refused when %s', async (_, table, on) => {
      const colleague = await app.person(['support']);
      const { status } = await dropping(table, on, () =>
        app.call(
          disableStaff,
          { params: { id: colleague.id }, version: 1, body: { reason: 'Жұмыстан шықты.' } },
          app.people.administrator,
        ),
      );
      expect(status).toBe(503);
    });

    it.each([
      ['vault.subject_key', 'delete'],
      ['sealed_value', 'delete'],
      ['identifier', 'delete'],
      ['subject', 'update'],
      ['intake_receipt', 'update'],
      ['message', 'update'],
    ] as const)('a destruction is undone when a row of %s stays (%s)', async (table, on) => {
      const { id } = await seedRequest(app, {});
      await sql`insert into message (id, request_id, direction, channel, at, recorded_at, state, mail_id)
          select gen_random_uuid(), id, 'in', 'email', received_at, received_at, 'received', '<' || id || '@in.example>' from request where id = ${id}`.execute(
        current().superuser.kysely,
      );
      await sql`with source as (
            insert into intake_source (id, name, created_at) values (gen_random_uuid(), gen_random_uuid()::text, '2026-01-01T00:00:00Z') returning id)
          insert into intake_receipt (source_id, webhook_id, body_mac, request_id, at)
          select id, 'w', '\\x01', ${id}, '2026-01-01T00:00:00Z' from source`.execute(
        current().superuser.kysely,
      );
      const { subject_id } = await app.db.kysely
        .selectFrom('request')
        .select('subject_id')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const work = dropping(table, on, () =>
        app.db.transaction((tx) =>
          destroySubject(tx, app.deps, subject_id, bySystem(app.deps, app.clock.now(), 'JOB', 'test')),
        ),
      );
      await expect(work).rejects.toMatchObject({ code: 'write-lost' });
    });
  });
});
