import { describe, expect, it } from 'vitest';
import {
  changeStaff,
  disableStaff,
  enableStaff,
  inviteStaff,
  listStaff,
  listStaffNames,
  reinviteStaff,
} from '#contract/staff.ts';
import type { Role } from '#domain/access/roles.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';

describeEachDatabase('staff', (current) => {
  const started = async () => {
    const app = await testApp(current().db);
    const admin = app.people.administrator;
    const invite = (roles: Role[], more = {}) =>
      app.call(
        inviteStaff,
        { body: { name: 'Рүстем Дәуренов', email: `${crypto.randomUUID()}@desk.example`, roles, ...more } },
        admin,
      );
    const change = (
      id: string,
      body: { roles?: Role[]; name?: string; endsOn?: string | null },
      version = 1,
    ) => app.call(changeStaff, { params: { id }, body, version }, admin);
    return { ...app, admin, invite, change };
  };

  it('is listed for the administrator with state, last visit and open requests', async () => {
    const { call, people, admin } = await started();
    const { body } = await call(listStaff, {}, admin);
    const me = body.items.find(({ id }: { id: string }) => id === admin.id);
    expect(me).toMatchObject({ me: true, state: 'active', roles: ['administrator'], openRequests: 0 });
    expect((await call(listStaff, {}, people.privacy_officer)).status).toBe(403);
  });

  it('is listed by name to everyone signed in', async () => {
    const { call, people } = await started();
    const { body } = await call(listStaffNames, {}, people.auditor);
    const names = body.items.map(({ name }: { name: string }) => name);
    expect(names).toContain(people.support.name);
    expect(JSON.stringify(body)).not.toContain('@');
  });

  it('is invited until a day, and is not active before the link is used', async () => {
    const { invite } = await started();
    const { body } = await invite(['auditor'], { endsOn: '2026-12-31' });
    expect(body.member).toMatchObject({ state: 'invited', endsOn: '2026-12-31' });
    expect(Date.parse(body.member.invitedUntil)).toBe(Date.parse('2026-11-13T10:00:00Z'));
  });

  it.each([
    ['in capitals', (email: string) => email.toUpperCase()],
    ['with spaces around it', (email: string) => ` ${email}\u00a0`],
    ['in wide letters', (email: string) => email.replace('desk', 'ｄｅｓｋ')],
  ])('is not invited twice under one address %s', async (_how, spelled) => {
    const { invite } = await started();
    const email = `${crypto.randomUUID()}@desk.example`;
    expect((await invite(['support'], { email: spelled(email) })).body.member.email).toBe(email);
    const again = await invite(['support'], { email: spelled(email) });
    expect([again.status, again.body.errors]).toEqual([409, [{ pointer: '/email', code: 'already_used' }]]);
  });

  it('may not be an auditor and work on requests', async () => {
    const { invite, change, people } = await started();
    const wanted = [{ pointer: '/roles', code: 'role_conflict' }];
    expect((await invite(['auditor', 'support'])).body.errors).toEqual(wanted);
    expect((await change(people.support.id, { roles: ['support', 'auditor'] })).body.errors).toEqual(wanted);
  });

  it('does not end before it begins', async () => {
    const { invite, change, people } = await started();
    const wanted = [{ pointer: '/endsOn', code: 'too_old' }];
    expect((await invite(['support'], { endsOn: '2026-11-09' })).body.errors).toEqual(wanted);
    expect((await change(people.support.id, { endsOn: '2026-11-09' })).body.errors).toEqual(wanted);
  });

  describe('own rights', () => {
    it('cannot be changed by the person, and the attempt is logged', async () => {
      const app = await started();
      const answer = await app.change(app.admin.id, { roles: ['administrator', 'privacy_officer'] });
      expect(answer.body.errors).toEqual([{ pointer: '/roles', code: 'own_role' }]);
      expect(await codesAbout(app, app.admin.id)).toEqual(['AC001']);
    });

    it('cannot be prolonged by the person', async () => {
      const { change, admin } = await started();
      expect((await change(admin.id, { endsOn: '2030-01-01' })).body.errors).toEqual([
        { pointer: '/endsOn', code: 'own_role' },
      ]);
    });

    it('do not include the person’s own name', async () => {
      const { change, admin } = await started();
      expect((await change(admin.id, { name: 'Болат Айтқожин-Сейіт' })).status).toBe(200);
    });
  });

  it.each(['privacy_officer', 'administrator'] as const)('raises an alarm for a new %s', async (role) => {
    const app = await started();
    await app.change(app.people.support.id, { roles: ['support', role] });
    expect(await codesAbout(app, app.people.support.id)).toEqual(['ST011', 'ST020']);
    const { body } = await app.invite([role]);
    expect(await codesAbout(app, body.member.id)).toEqual(['ST010', 'ST020']);
  });

  it('raises an alarm for a recovery link of a powerful account', async () => {
    const app = await started();
    const { id } = app.people.privacy_officer;
    await app.call(reinviteStaff, { params: { id }, body: {} }, app.admin);
    expect(await codesAbout(app, id)).toEqual(['ST014', 'ST020']);
  });

  it('stores the reason for disabling encrypted', async () => {
    const { call, people, admin, db } = await started();
    const { id } = people.manager;
    const reason = 'Келісім бойынша жұмыстан шықты';
    const ended = await call(disableStaff, { params: { id }, body: { reason }, version: 1 }, admin);
    expect(ended.body).toMatchObject({ state: 'disabled', version: 2 });
    const event = await db.kysely
      .selectFrom('audit_event')
      .innerJoin('audit_detail', 'audit_detail.event_id', 'audit_event.id')
      .select(['body', 'sealed'])
      .where('object_ref', '=', id)
      .executeTakeFirstOrThrow();
    expect(event.body).not.toContain(reason);
    expect(Buffer.from(event.sealed).toString()).not.toContain('Келісім');
  });

  it('is enabled again with the same rights and an alarm', async () => {
    const app = await started();
    const { id } = app.people.privacy_officer;
    const as = app.admin;
    await app.call(disableStaff, { params: { id }, body: { reason: 'Демалыс' }, version: 1 }, as);
    const back = await app.call(enableStaff, { params: { id }, body: {}, version: 2 }, as);
    expect(back.body).toMatchObject({ state: 'active', roles: ['privacy_officer'] });
    expect(await codesAbout(app, id)).toEqual(['ST012', 'ST013', 'ST020']);
  });

  it('always includes a person who can change staff', async () => {
    const { call, admin, db, person } = await started();
    await db.kysely
      .updateTable('person')
      .set({ disabled_at: '2026-01-01T00:00:00Z' })
      .where('id', '!=', admin.id)
      .execute();
    const second = await person(['administrator']);
    const end = (id: string, as: typeof admin) =>
      call(disableStaff, { params: { id }, body: { reason: 'Сынақ' }, version: 1 }, as);
    const both = await Promise.all([end(admin.id, second), end(second.id, admin)]);
    const won = both.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    const left = await db.kysely.selectFrom('person').select('id').where('disabled_at', 'is', null).execute();
    expect(left).toHaveLength(1);
  });

  it('is not changed on a stale version', async () => {
    const { change, people, call, admin } = await started();
    await change(people.manager.id, { name: 'Әсем Ыбырайқызы-Тоқ' });
    const stale = await change(people.manager.id, { name: 'Басқа есім' }, 1);
    expect([stale.status, stale.body.current.version]).toEqual([412, 2]);
    const missing = await call(
      changeStaff,
      { params: { id: people.manager.id }, body: { name: 'Үшінші есім' } } as never,
      admin,
    );
    expect(missing.status).toBe(428);
  });

  it('answers 404 for an unknown person', async () => {
    const { change } = await started();
    expect((await change(crypto.randomUUID(), { name: 'Ешкім' })).status).toBe(404);
  });
});

async function codesAbout({ db }: Pick<TestApp, 'db'>, id: string): Promise<string[]> {
  const rows = await db.kysely
    .selectFrom('audit_event')
    .select('code')
    .where('object_ref', '=', id)
    .orderBy('seq')
    .execute();
  return rows.map(({ code }) => code);
}
