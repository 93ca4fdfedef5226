import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { getAuditEvent, listAuditEvents } from '#contract/audit.ts';
import { listHeldRoles } from '#contract/audit-yearly.ts';
import { getRequest, requestTrail } from '#contract/requests-read.ts';
import { addNote, proposeDecision, takeRequest } from '#contract/requests-write.ts';
import { changeStaff, inviteStaff, listStaff } from '#contract/staff.ts';
import { describeEachDatabase, rowsOf } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { type Desk, deskOf } from '#tests/server/desk.ts';

const NEW_NAME = 'Қайрат Жұмаділов';

describeEachDatabase('a colleague who changed their name', (current) => {
  let app: TestApp;
  let desk: Desk;
  let requestId: string;
  let colleagueId: string;
  beforeAll(async () => {
    app = await testApp(current().db);
    desk = deskOf(app);
    const { privacy_officer: officer, administrator } = app.people;
    requestId = await desk.request('deletion');
    await desk.act(takeRequest, requestId, officer);
    await app.call(
      addNote,
      { params: { id: requestId }, body: { text: 'Жүйелерге сұрау жіберілді' } },
      officer,
    );
    await desk.act(proposeDecision, requestId, officer, {
      outcome: 'fulfilled',
      grounds: [],
      evidence: 'Деректер жойылды, растау бар',
    });
    const body = { name: 'Рүстем Дәуренов', email: 'rustem@desk.example', roles: ['support' as const] };
    const invited = await app.call(inviteStaff, { body }, administrator);
    colleagueId = invited.body.member.id;
    app.clock.advance({ minutes: 10 });
    await rename(app.people.administrator.id, 'Болат Жаңаесім');
    await rename(officer.id, NEW_NAME);
    app.clock.advance({ minutes: 10 });
    await app.call(addNote, { params: { id: requestId }, body: { text: 'Жауап күтілуде' } }, officer);
  });

  const rename = (id: string, name: string) =>
    app.call(changeStaff, { params: { id }, body: { name }, version: 1 }, app.people.administrator);
  const former = () => app.people.privacy_officer.name;

  it('is named on the request as they were called at the time', async () => {
    const { body } = await app.call(getRequest, { params: { id: requestId } }, app.people.second_officer);
    const notes = body.timeline.filter((item: { kind: string }) => item.kind === 'note');
    expect(notes.map(({ by }: { by: { name: string } }) => by.name)).toEqual([former(), NEW_NAME]);
    const events = body.timeline.filter((item: { kind: string }) => item.kind === 'event');
    expect(events.map(({ by }: { by: { name: string } }) => by?.name)).not.toContain(NEW_NAME);
    expect(body.decision.proposedBy.name).toBe(former());
    expect(body.assignee.name).toBe(NEW_NAME); // who has it now
  });

  it('is named in the trail and in the log as they were called at the time', async () => {
    const trail = await app.call(requestTrail, { params: { id: requestId } }, app.people.second_officer);
    const names = trail.body.entries.map(({ by }: { by: { name: string } }) => by?.name);
    expect(names).toEqual(expect.arrayContaining([former(), NEW_NAME]));
    const query = { actor: app.people.privacy_officer.id };
    const { body } = await app.call(listAuditEvents, { query }, app.people.auditor);
    const told = body.items.map(({ at, actor }: { at: string; actor: { name: string } }) => [
      at < '2026-11-10T10:15',
      actor.name,
    ]);
    expect(new Set(told.map(String))).toEqual(new Set([`true,${former()}`, `false,${NEW_NAME}`]));
    const first = body.items.at(-1);
    const opened = await app.call(getAuditEvent, { params: { id: first.id } }, app.people.auditor);
    expect(opened.body.row.actor.name).toBe(former());
  });

  it('granted roles under the name of that time, and holds them under the present one', async () => {
    const { body } = await app.call(listHeldRoles, {}, app.people.auditor);
    const of = (id: string) => body.items.find(({ person }: { person: { id: string } }) => person.id === id);
    expect(of(colleagueId).grantedBy.name).toBe(app.people.administrator.name);
    expect(of(app.people.administrator.id).person.name).toBe('Болат Жаңаесім');
    const { body: staff } = await app.call(listStaff, {}, app.people.administrator);
    expect(staff.items.map(({ name }: { name: string }) => name)).toContain(NEW_NAME);
  });

  it('is kept with both names beside the event, encrypted and not in its body', async () => {
    const [event] = await rowsOf(
      current().db,
      sql<{ id: string; at: string; body: string; sealed: Uint8Array }>`select e.id, e.at, e.body, d.sealed
        from audit_event e join audit_detail d on d.event_id = e.id
        where e.code = 'ST011' and e.object_ref = ${app.people.privacy_officer.id}`,
    );
    if (!event) throw new Error('the change left no detail');
    const { vault } = app.deps;
    const place = { row: event.id, field: 'detail' };
    const kept = JSON.parse(vault.decryptForOrganisation('detail/2026-11', event.sealed, place));
    // The salt is for the commitment to this text in the event's body.
    expect(kept).toEqual({ name: [former(), NEW_NAME], salt: expect.any(String) });
    const rows = await rowsOf(current().db, sql<{ sealed: Uint8Array }>`select sealed from former_name`);
    const bytes = [event.body, ...rows.map(({ sealed }) => Buffer.from(sealed).toString())].join('\n');
    expect(bytes).not.toContain('Қайрат');
  });

  it('is listed under the next name they bore where a former one is damaged, which is logged once a listing', async () => {
    const { id } = app.people.privacy_officer;
    await sql`update former_name set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1)
      where person_id = ${id}`.execute(current().owner.kysely);
    app.logLines.length = 0;
    const opened = await app.call(getRequest, { params: { id: requestId } }, app.people.second_officer);
    expect(opened.status).toBe(200);
    expect(opened.body.decision.proposedBy).toEqual({ id, name: NEW_NAME });
    const damaged = app.logLines
      .map((line) => JSON.parse(line))
      .filter(({ person }: { person?: string }) => person === id);
    expect(damaged).toEqual([expect.objectContaining({ level: 'error', fault: 'tampered' })]);
    const log = await app.call(listAuditEvents, { query: { actor: id } }, app.people.auditor);
    const names = log.body.items.map(({ actor }: { actor: { name: string } }) => actor.name);
    expect([log.status, new Set(names)]).toEqual([200, new Set([NEW_NAME])]);
  });
});
