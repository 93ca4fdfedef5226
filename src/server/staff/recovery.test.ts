import { expect, it } from 'vitest';
import { changePassword, inspectLink, readSession, signIn } from '#contract/session.ts';
import { changeStaff, decideRecovery, disableStaff, listRecoveries, reinviteStaff } from '#contract/staff.ts';
import type { Role } from '#domain/access/roles.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, type TestPerson, testApp } from '#tests/server/app-harness.ts';

const PASSWORD = 'тауда жаңбыр ерте жауды';
const NEXT = 'боз торғай жолда қалды';

describeEachDatabase('a new password', (current) => {
  const started = async () => {
    const app = await testApp(current().db);
    // Colleagues of earlier tests share the database and would be further people to confirm.
    await app.db.kysely
      .updateTable('person')
      .set({ disabled_at: '2026-01-01T00:00:00Z' })
      .where(
        'id',
        'not in',
        Object.values(app.people).map(({ id }) => id),
      )
      .execute();
    const { administrator } = app.people;
    const make = (person: TestPerson, as = administrator) =>
      app.call(reinviteStaff, { params: { id: person.id }, body: {} }, as);
    const opens = async (link: string) =>
      (await app.call(inspectLink, { body: { token: new URL(link).hash.slice(1) } })).status === 200;
    const waiting = async (as: TestPerson) => (await app.call(listRecoveries, {}, as)).body.items;
    const decide = (id: string, confirm: boolean, as: TestPerson) =>
      app.call(decideRecovery, { params: { id }, body: { confirm } }, as);
    return { ...app, app, administrator, make, opens, waiting, decide };
  };

  it.each(['privacy_officer', 'auditor', 'administrator'] as const)(
    'of the %s needs a second person, who is told of it',
    async (role: Role) => {
      const { make, opens, waiting, decide, administrator, people, person } = await started();
      const holder = await person([role]);
      const { body } = await make(holder);
      expect([body.unconfirmed, await opens(body.link)]).toEqual([true, false]);
      const [seen] = await waiting(people.second_officer);
      expect(seen).toMatchObject({
        person: { id: holder.id },
        madeBy: { id: administrator.id },
        mayDecide: true,
      });
      // Neither who made it nor the person it is for.
      expect((await decide(seen.id, true, administrator)).body.why).toBe('second_person');
      expect([403, 422]).toContain((await decide(seen.id, true, holder)).status);
      expect(await opens(body.link)).toBe(false);
      expect((await decide(seen.id, true, people.second_officer)).status).toBe(200);
      expect([await opens(body.link), await waiting(people.second_officer)]).toEqual([true, []]);
    },
  );

  it('refused by the second person never works', async () => {
    const { make, opens, waiting, decide, people, app } = await started();
    const { body } = await make(people.privacy_officer);
    const [seen] = await waiting(people.second_officer);
    await decide(seen.id, false, people.second_officer);
    expect(await opens(body.link)).toBe(false);
    expect((await decide(seen.id, true, people.second_officer)).status).toBe(404);
    expect(await codesAbout(app, people.privacy_officer.id)).toEqual(['ST014', 'ST020', 'ST017']);
  });

  it.each(['disabled', 'no administrator any more'])(
    'does not work by a link of somebody who is %s meanwhile',
    async (end) => {
      const { app, make, opens, person, people, administrator } = await started();
      const maker = await person(['administrator']);
      const { body } = await make(people.support, maker);
      expect(await opens(body.link)).toBe(true);
      const at = { params: { id: maker.id }, version: 1 };
      const ended =
        end === 'disabled'
          ? await app.call(disableStaff, { ...at, body: { reason: 'left the firm' } }, administrator)
          : await app.call(changeStaff, { ...at, body: { roles: ['manager'] } }, administrator);
      expect(ended.status).toBe(200);
      expect(await opens(body.link)).toBe(false);
    },
  );

  it('of support needs no second person', async () => {
    const { make, opens, people, waiting } = await started();
    const { body } = await make(people.support);
    expect([body.unconfirmed, await opens(body.link)]).toEqual([false, true]);
    expect(await waiting(people.second_officer)).toEqual([]);
  });

  it('is offered to nobody where no second person could confirm it', async () => {
    const { make, people, administrator, db } = await started();
    await db.kysely
      .updateTable('person')
      .set({ disabled_at: '2026-01-01T00:00:00Z' })
      .where('id', 'not in', [administrator.id, people.privacy_officer.id])
      .execute();
    expect((await make(people.privacy_officer)).body.why).toBe('no_second_person');
  });

  it('is not made by a link for oneself', async () => {
    const { make, administrator, app } = await started();
    const answer = await make(administrator);
    expect([answer.status, answer.body.why]).toEqual([422, 'own_link']);
    expect(await codesAbout(app, administrator.id)).toEqual(['AC001']);
  });

  itsOwner(started);
});

type Started = () => Promise<{ app: TestApp; signIn: TestApp['signIn'] }>;

function itsOwner(started: Started): void {
  const equipped = async () => {
    const { app } = await started();
    const person = await app.person(['support'], { email: `${crypto.randomUUID()}@desk.example` });
    const hash = await app.deps.passwords.hash(PASSWORD);
    await app.db.kysely
      .updateTable('person')
      .set({ password_hash: hash })
      .where('id', '=', person.id)
      .execute();
    const change = (present: string, password: string) =>
      app.call(changePassword, { body: { presentPassword: present, password } }, person);
    const enters = async (password: string) =>
      (await app.call(signIn, { body: { email: person.email, password } })).status === 200;
    return { app, person, change, enters };
  };

  it('of one’s own takes the present one, and ends the other sessions', async () => {
    const { app, person, change, enters } = await equipped();
    const elsewhere = { token: await app.signIn(person) };
    expect((await change(PASSWORD, NEXT)).status).toBe(200);
    expect([await enters(PASSWORD), await enters(NEXT)]).toEqual([false, true]);
    expect((await app.call(readSession, {}, elsewhere)).body.me).toBeNull();
    expect((await app.call(readSession, {}, person)).body.me.id).toBe(person.id);
  });

  it('of one’s own ends a link for another one', async () => {
    const { app, person, change } = await equipped();
    const { administrator } = app.people;
    const { body } = await app.call(reinviteStaff, { params: { id: person.id }, body: {} }, administrator);
    const opened = () => app.call(inspectLink, { body: { token: new URL(body.link).hash.slice(1) } });
    expect((await opened()).status).toBe(200);
    await change(PASSWORD, NEXT);
    expect((await opened()).status).toBe(401);
  });

  it('of one’s own is not set with a wrong present one, five times in a quarter of an hour', async () => {
    const { app, person, change, enters } = await equipped();
    const statuses: number[] = [];
    for (let n = 0; n < 6; n += 1) statuses.push((await change('басқа құпиясөз мәтіні', NEXT)).status);
    expect(statuses).toEqual([400, 400, 400, 400, 400, 429]);
    expect((await change(PASSWORD, NEXT)).status).toBe(429);
    expect(await enters(PASSWORD)).toBe(true);
    const told = await codesAbout(app, person.id);
    expect(told.filter((code) => code === 'SS011')).toHaveLength(5);
    expect(told.filter((code) => code === 'AC001')).toHaveLength(1); // at the limit, once a minute
  });

  it('of one’s own obeys the rules of passwords, and is another one', async () => {
    const { change } = await equipped();
    expect((await change(PASSWORD, 'passwordpassword')).body.errors).toMatchObject([
      { pointer: '/password', code: 'common_password' },
    ]);
    expect((await change(PASSWORD, PASSWORD)).body.errors).toMatchObject([
      { pointer: '/password', code: 'already_used' },
    ]);
  });
}

async function codesAbout({ db }: Pick<TestApp, 'db'>, id: string): Promise<string[]> {
  const rows = await db.kysely
    .selectFrom('audit_event')
    .select('code')
    .where('object_ref', '=', id)
    .orderBy('seq')
    .execute();
  return rows.map(({ code }) => code);
}
