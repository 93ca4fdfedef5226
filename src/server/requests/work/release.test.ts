/** Nobody's work disappears with their account: open requests go to a named colleague or back to the queue. */
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getRequest, listRequests } from '#contract/requests-read.ts';
import {
  approveDecision,
  proposeDecision,
  saveDraft,
  takeRequest,
  waitForApplicant,
} from '#contract/requests-write.ts';
import { changeStaff, disableStaff, enableStaff, listStaff } from '#contract/staff.ts';
import { seedRequest } from '#tests/cases/list-requests.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, type TestPerson, testApp } from '#tests/server/app-harness.ts';
import { type Desk, deskOf } from '#tests/server/desk.ts';
import { release } from './release-job.ts';

const REASON = 'Келісім бойынша жұмыстан шықты';

describeEachDatabase('requests of a person whose access ends', (current) => {
  let app: TestApp;
  let desk: Desk;
  let leaving: TestPerson;
  beforeAll(async () => {
    app = await testApp(current().db);
    desk = deskOf(app);
  });
  beforeEach(async () => {
    leaving = await app.person(['support']);
  });

  const seed = (more: Parameters<typeof seedRequest>[1] = {}) =>
    seedRequest(app, { assigneeId: leaving.id, status: 'in_progress', ...more });
  const versionOf = async (id: string) =>
    (
      await app.db.kysely
        .selectFrom('person')
        .select('version')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).version;
  const disable = async (more: object = {}, id = leaving.id) =>
    app.call(
      disableStaff,
      { params: { id }, body: { reason: REASON, ...more }, version: await versionOf(id) },
      app.people.administrator,
    );
  const change = async (body: object, id = leaving.id) =>
    app.call(changeStaff, { params: { id }, body, version: await versionOf(id) }, app.people.administrator);
  const held = async (id: string) => {
    const { assignee_id, status, move, move_role, move_person } = await desk.row(id);
    return { assignee_id, status, move, who: move_person ?? move_role };
  };
  const lastEvent = async (id: string) => (await desk.events(id)).at(-1);
  const openOf = async (id: string) => {
    const { body } = await app.call(listStaff, {}, app.people.administrator);
    return body.items.find((each: { id: string }) => each.id === id).openRequests;
  };

  test('go back to the queue when the account is disabled, each with its event', async () => {
    const [one, other] = [await seed(), await seed({ status: 'new' })];
    const { status, body } = await disable();
    expect([status, body.openRequests]).toEqual([200, 0]);
    for (const { id } of [one, other]) {
      expect(await held(id)).toEqual({ assignee_id: null, status: 'new', move: 'take', who: 'support' });
      expect(await lastEvent(id)).toEqual({
        event: 'request.handed_back',
        actor: app.people.administrator.id,
        data: { from: leaving.id, to: null, because: 'access_ended' },
      });
    }
    const [disabled] = (await desk.events(leaving.id)).filter(({ event }) => event === 'staff.disabled');
    expect(disabled?.data).toEqual({ sessions: expect.any(Number), requests: 2 });
  });

  test('appear in the queue of the colleagues, and take anew', async () => {
    const { id } = await seed();
    await disable();
    const { support } = app.people;
    const { body } = await app.call(listRequests, { query: { view: 'my_move', limit: '100' } }, support);
    expect(body.items.map((row: { id: string }) => row.id)).toContain(id);
    expect((await desk.act(takeRequest, id, support)).status).toBe(200);
  });

  test('go to the colleague whom the administrator names', async () => {
    const { id } = await seed();
    const heir = await app.person(['support']);
    await disable({ handTo: heir.id });
    expect(await held(id)).toEqual({
      assignee_id: heir.id,
      status: 'in_progress',
      move: 'answer',
      who: heir.id,
    });
    expect(await lastEvent(id)).toMatchObject({
      event: 'request.assigned',
      data: { from: leaving.id, to: heir.id, because: 'access_ended' },
    });
  });

  test('go to the queue where the named colleague may not work on them', async () => {
    leaving = await app.person(['support', 'privacy_officer']);
    const [mine, rights] = [await seed(), await seed({ type: 'deletion' })];
    const heir = await app.person(['support']);
    await disable({ handTo: heir.id });
    expect((await held(mine.id)).assignee_id).toBe(heir.id);
    expect(await held(rights.id)).toMatchObject({ assignee_id: null, who: 'privacy_officer' });
  });

  describe('cannot be given', () => {
    const cases: [string, () => Promise<string>][] = [
      ['to the person who leaves', async () => leaving.id],
      ['to nobody known', async () => crypto.randomUUID()],
      ['to one who works on none', async () => app.people.auditor.id],
      [
        'to one who is disabled',
        async () => {
          const { id } = await app.person(['support']);
          await disable({}, id);
          return id;
        },
      ],
    ];
    test.each(cases)('%s, and nothing changes', async (_whom, heir) => {
      const { id } = await seed();
      const { status, body } = await disable({ handTo: await heir() });
      expect([status, body.errors]).toEqual([400, [{ pointer: '/handTo', code: 'unknown_value' }]]);
      expect((await held(id)).assignee_id).toBe(leaving.id);
      expect(await openOf(leaving.id)).toBe(1);
    });
  });

  test('stay where others have them, are closed, or are tests', async () => {
    const others = await seed({ assigneeId: app.people.support.id });
    const closed = await seed({ status: 'closed' });
    const before = [await desk.row(others.id), await desk.row(closed.id)];
    await seed({ test: true });
    expect((await disable()).status).toBe(200);
    expect([await desk.row(others.id), await desk.row(closed.id)]).toEqual(before);
  });

  test('go back on the day after the last day, once', async () => {
    const { id } = await seed();
    const today = app.clock.now().toZonedDateTimeISO('Asia/Almaty').toPlainDate();
    await change({ endsOn: today.toString() });
    expect(await release.run(app.deps)).toBeNull();
    expect((await held(id)).assignee_id).toBe(leaving.id);
    await app.db.kysely
      .updateTable('person')
      .set({ ends_on: today.subtract({ days: 1 }).toString() })
      .where('id', '=', leaving.id)
      .execute();
    expect(await release.run(app.deps)).toEqual({ count: 1 });
    expect(await lastEvent(id)).toEqual({
      event: 'request.handed_back',
      actor: null,
      data: { from: leaving.id, to: null, because: 'access_ended' },
    });
    expect(await release.run(app.deps)).toBeNull();
  });

  test('go back where a changed role no longer covers them, and only those', async () => {
    leaving = await app.person(['support', 'privacy_officer']);
    const [mine, rights] = [await seed(), await seed({ type: 'access' })];
    const { status, body } = await change({ roles: ['support'] });
    expect([status, body.openRequests]).toEqual([200, 1]);
    expect((await held(mine.id)).assignee_id).toBe(leaving.id);
    expect(await held(rights.id)).toMatchObject({ assignee_id: null, who: 'privacy_officer' });
  });

  test('keep a proposal that waits for approval, which another officer approves', async () => {
    leaving = await app.person(['privacy_officer']);
    const id = await desk.request('deletion');
    await desk.act(takeRequest, id, leaving);
    const evidence = 'Деректер табылды, жою керек';
    await desk.act(proposeDecision, id, leaving, { outcome: 'fulfilled', grounds: [], evidence });
    await disable();
    expect(await held(id)).toEqual({
      assignee_id: null,
      status: 'awaiting_approval',
      move: 'approve',
      who: 'privacy_officer',
    });
    const { reference } = await desk.row(id);
    const approved = await desk.act(approveDecision, id, app.people.privacy_officer, { reference });
    expect(approved.status).toBe(200);
    expect(await held(id)).toMatchObject({ status: 'executing', who: 'privacy_officer' });
  });

  test('are moved by the role that the change leaves, not by the person, while an applicant is waited for', async () => {
    const id = await desk.request('contact');
    await desk.act(takeRequest, id, leaving);
    await desk.act(waitForApplicant, id, leaving);
    await disable();
    expect(await held(id)).toEqual({ assignee_id: null, status: 'new', move: 'take', who: 'support' });
  });

  test('keep the draft of the person, who finds it again after coming back', async () => {
    const { id } = await seed();
    const draft = { params: { id, kind: 'answer' as const }, version: 0, body: { text: 'Жауаптың басы' } };
    await app.call(saveDraft, draft, leaving);
    await disable();
    await app.call(
      enableStaff,
      { params: { id: leaving.id }, body: {}, version: await versionOf(leaving.id) },
      app.people.administrator,
    );
    const back = { ...leaving, token: await app.signIn(leaving) };
    const { body } = await app.call(getRequest, { params: { id } }, back);
    expect(body.drafts.answer).toEqual({ version: 1, held: true });
    const { hands_to } = await app.db.kysely
      .selectFrom('person')
      .select('hands_to')
      .where('id', '=', leaving.id)
      .executeTakeFirstOrThrow();
    expect(hands_to).toBeNull();
  });

  test('a colleague’s edit that is based on the version before is stale', async () => {
    const { id } = await seed();
    const { version } = await desk.row(id);
    await disable();
    expect((await desk.act(takeRequest, id, app.people.support, {}, version)).status).toBe(412);
  });

  test('beyond a hundred the job goes on from where it was stopped', async () => {
    const heir = await app.person(['support']);
    const { id } = await seed();
    await sql`insert into request select (jsonb_populate_record(r, jsonb_build_object(
      'id', gen_random_uuid(), 'reference', 'NP-2026-9' || lpad(n::text, 5, '0')))).*
      from request r, generate_series(1, 104) n where r.id = ${id}`.execute(app.db.kysely);
    const first = await disable({ handTo: heir.id });
    expect([first.status, first.body.openRequests]).toEqual([200, 5]);
    const due = await app.db.kysely
      .selectFrom('job')
      .select('next_at')
      .where('name', '=', release.name)
      .execute();
    expect(due.every(({ next_at }) => next_at <= app.clock.now().toString())).toBe(true);
    // A server that is being stopped begins no batch.
    expect(await release.run({ ...app.deps, closing: () => true })).toBeNull();
    expect(await release.run(app.deps)).toEqual({ count: 5 });
    expect([await openOf(leaving.id), await openOf(heir.id)]).toEqual([0, 105]);
  });
});
