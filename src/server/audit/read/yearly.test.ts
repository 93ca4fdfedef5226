import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { drawAuditSample, listHeldRoles } from '#contract/audit-yearly.ts';
import { closeRequest } from '#contract/requests-write.ts';
import { changeStaff, disableStaff, enableStaff, inviteStaff } from '#contract/staff.ts';
import { drawSample } from '#domain/audit/sample.ts';
import { shortId } from '#domain/audit/short-ids.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { type Desk, deskOf } from '#tests/server/desk.ts';

describeEachDatabase('the yearly audit', (current) => {
  let app: TestApp;
  let desk: Desk;
  const closed: string[] = [];

  beforeAll(async () => {
    app = await testApp(current().db);
    desk = deskOf(app);
    await desk.request('contact');
    for (let at = 0; at < 12; at += 1) {
      const id = await desk.request('contact');
      const body = { outcome: 'no_reply_needed', reason: 'Рақмет айтқан хат' };
      expect((await desk.act(closeRequest, id, app.people.support, body)).status).toBe(200);
      closed.push(id);
    }
  });

  const draw = (query: Record<string, unknown>, who: keyof TestApp['people'] = 'auditor') =>
    app.call(drawAuditSample, { query: query as never }, app.people[who]);
  const year = { from: '2026-01-01', to: '2026-12-31' };

  test('draws from the closed requests what the domain draws of their ids', async () => {
    for (const seed of [0, 7, 999_999]) {
      const { body } = await draw({ ...year, size: 5, seed });
      expect(body.population).toBe(12);
      expect(body.items.map(({ id }: { id: string }) => id)).toEqual(drawSample(closed, seed, 5));
    }
  });

  test('returns the promise and the outcome of each request', async () => {
    const { body } = await draw({ ...year, size: 1, seed: 1 });
    const row = await desk.row(body.items[0].id);
    expect(body.items[0]).toEqual({
      id: row.id,
      reference: row.reference,
      type: 'contact',
      receivedOn: row.received_on,
      dueOn: row.due_on,
      answeredOn: null,
      closedOn: '2026-11-10',
      outcome: 'no_reply_needed',
      promise: 'void',
    });
  });

  test('counts days by the organisation’s clock, both ends included', async () => {
    const day = async (from: string, to: string) => (await draw({ from, to, seed: 7 })).body.population;
    expect([
      await day('2026-11-10', '2026-11-10'),
      await day('2026-11-11', '2026-12-31'),
      await day('2026-01-01', '2026-11-09'),
    ]).toEqual([12, 0, 0]);
    expect((await draw({ from: '2026-02-01', to: '2026-01-01', seed: 7 })).status).toBe(400);
  });

  test('records its seed, size and population, so that repeated draws until the sample suits are visible', async () => {
    await draw({ ...year, size: 5, seed: 41 });
    const { rows } = await sql<{ body: string }>`
      select body from audit_event where code = 'AU009' order by seq desc limit 1`.execute(app.db.kysely);
    expect(JSON.parse(rows[0]?.body ?? '')).toMatchObject({
      data: { seed: 41, size: 5, population: 12 },
      ids: drawSample(closed, 41, 5).map(shortId).join(''),
    });
  });

  test('lists who held which role and who granted it', async () => {
    const admin = app.people.administrator;
    const second = await app.person(['administrator'], { name: 'Екінші Әкімші' });
    const call = { name: 'Рөлді Адам', email: 'roldi@desk.example', roles: ['support'] as const };
    const made = await app.call(inviteStaff, { body: { ...call, roles: [...call.roles] } }, admin);
    const { id } = made.body.member;
    const person = { params: { id } };
    app.clock.advance({ minutes: 5 });
    await app.call(changeStaff, { ...person, body: { roles: ['manager'] }, version: 1 }, second);
    app.clock.advance({ minutes: 5 });
    await app.call(disableStaff, { ...person, body: { reason: 'Демалыс' }, version: 2 }, admin);
    app.clock.advance({ minutes: 5 });
    await app.call(enableStaff, { ...person, body: {}, version: 3 }, second);
    const { body } = await app.call(listHeldRoles, {}, app.people.auditor);
    const his = body.items.filter((row: { person: { id: string } }) => row.person.id === id);
    expect(
      his.map((row: { role: string; grantedBy: { name: string }; endedBy: { name: string } | null }) => [
        row.role,
        row.grantedBy.name,
        row.endedBy?.name ?? null,
      ]),
    ).toEqual([
      ['support', admin.name, second.name],
      ['manager', second.name, admin.name],
      ['manager', second.name, null],
    ]);
    expect(his[2].to).toBeNull();
    // The test's people were never invited, so the report says that the log does not contain who granted their roles.
    expect(body.items).toContainEqual(
      expect.objectContaining({ person: { id: admin.id, name: admin.name }, inLog: false, grantedBy: null }),
    );
  });

  test('is refused to every role but those that audit', async () => {
    const statuses = await Promise.all(
      (['support', 'manager', 'administrator'] as const).map(
        async (who) => (await draw({ ...year, seed: 7 }, who)).status,
      ),
    );
    expect(statuses).toEqual([403, 403, 403]);
  });
});
