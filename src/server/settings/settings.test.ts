import { expect, it } from 'vitest';
import { readSession } from '#contract/session.ts';
import {
  changeSettings,
  confirmCalendar,
  createIntakeSecret,
  listIntakeSources,
  readSettings,
  revokeIntakeSecret,
} from '#contract/settings.ts';
import { inviteStaff } from '#contract/staff.ts';
import { CALENDAR } from '#domain/time/calendar.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type Answer, testApp } from '#tests/server/app-harness.ts';
import { deliver } from '#tests/server/intake-client.ts';
import { liveCalendar } from './live-calendar.ts';
import { smtpSettings } from './stored.ts';

const ORGANISATION = {
  nameKk: '«Үлгі» ЖШС',
  nameRu: 'ТОО «Үлгі»',
  nameEn: 'Ulgi LLP',
  bin: '000000000000',
  representative: 'Жанна Үлгібаева',
  representativeEmail: 'officer@ulgi.example',
  address: 'Астана',
  phone: '',
  policyVersion: '2026-07',
};
const SMTP = {
  host: 'mail.ulgi.example',
  port: 587,
  security: 'starttls' as const,
  user: 'desk',
  from: 'desk@ulgi.example',
  fromName: 'Үлгі',
};

describeEachDatabase('settings', (current) => {
  const started = async () => {
    const app = await testApp(current().db);
    const { kysely } = app.db;
    await kysely.deleteFrom('setting').where('key', 'in', ['settings', 'calendar']).execute();
    const admin = app.people.administrator;
    let version = 1;
    const change = async (body: object): Promise<Answer> => {
      const answer = await app.call(changeSettings, { body, version }, admin);
      if (answer.status === 200) version = answer.body.version;
      return answer;
    };
    return { ...app, admin, change };
  };

  it('are empty at first, with a checklist of the first steps', async () => {
    const { call, admin } = await started();
    const { body } = await call(readSettings, {}, admin);
    expect(body).toMatchObject({ organisation: null, smtp: null, version: 1 });
    expect(body.checklist[0]).toEqual({ step: 'organisation', done: false, at: null });
  });

  it('tick steps of the checklist that the server can see', async () => {
    const { call, admin, change, clock } = await started();
    clock.set('2026-11-10T10:20:00Z');
    await change({ organisation: ORGANISATION, vouched: 'key_copied' });
    await call(confirmCalendar, { body: { year: 2026 } }, admin);
    const { body } = await call(readSettings, {}, admin);
    const done = body.checklist.filter((tick: { done: boolean }) => tick.done);
    expect(done.map(({ step }: { step: string }) => step)).toEqual([
      'organisation',
      'calendar',
      'key_copied',
      'officer_invited',
    ]);
  });

  it('give the organisation its name on the sign-in page', async () => {
    const { fetch, change } = await started();
    await change({ organisation: ORGANISATION });
    const state = (await (await fetch('/api/session')).json()) as { organisation: unknown };
    expect(state.organisation).toEqual({ kk: '«Үлгі» ЖШС', ru: 'ТОО «Үлгі»', en: 'Ulgi LLP' });
  });

  it('store the mail server’s password encrypted, and never return it', async () => {
    const { change, db, deps } = await started();
    const answer = await change({ smtp: { ...SMTP, password: 'құпия-сөз-774' } });
    expect(answer.body.smtp).toEqual({ ...SMTP, passwordSet: true });
    const row = await db.kysely
      .selectFrom('setting')
      .select('value')
      .where('key', '=', 'settings')
      .executeTakeFirst();
    expect(row?.value).not.toContain('774');
    const smtp = await db.transaction((tx) => smtpSettings(tx, deps.vault));
    expect(smtp?.password).toBe('құпия-сөз-774');
  });

  it('keep the password when the rest changes, drop it on demand, and switch mail off', async () => {
    const { change, db, deps } = await started();
    const password = async () => (await db.transaction((tx) => smtpSettings(tx, deps.vault)))?.password;
    await change({ smtp: { ...SMTP, password: 'алғашқы' } });
    await change({ smtp: { ...SMTP, fromName: 'Басқа' } });
    expect(await password()).toBe('алғашқы');
    await change({ smtp: { ...SMTP, password: '' } });
    expect(await password()).toBe('');
    await change({ smtp: null });
    expect(await password()).toBeUndefined();
  });

  it.each([
    ['host', { host: 'mail.attacker.example' }],
    ['port', { port: 465 }],
  ])('do not send a stored password to another %s, and alarm of the change', async (_what, more) => {
    const { change, db, deps } = await started();
    await change({ smtp: { ...SMTP, password: 'құпия-сөз-774' } });
    const answer = await change({ smtp: { ...SMTP, ...more } });
    expect(answer.body.smtp.passwordSet).toBe(false);
    expect((await db.transaction((tx) => smtpSettings(tx, deps.vault)))?.password).toBe('');
    const event = await db.kysely
      .selectFrom('audit_event')
      .select('body')
      .where('code', '=', 'SE006')
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    const { host, port } = { ...SMTP, ...more };
    expect(JSON.parse(event.body ?? '{}')).toMatchObject({
      data: { from: `${SMTP.host}:${SMTP.port}`, to: `${host}:${port}` },
    });
  });

  it.each([
    ['a link-local address', { host: '169.254.169.254' }, 'host', 'forbidden_host'],
    ['a number in another spelling', { host: '127.1' }, 'host', 'forbidden_host'],
    ['a mapped address', { host: '::ffff:7f00:1' }, 'host', 'forbidden_host'],
    ['an address of the web', { host: 'file:///etc/passwd' }, 'host', 'not_a_host'],
    ['words', { host: 'нет такого' }, 'host', 'not_a_host'],
    ['no protection beyond this machine', { security: 'none' }, 'security', 'tls_required'],
  ])('take no mail server of %s', async (_what, more, field, code) => {
    const { change } = await started();
    const answer = await change({ smtp: { ...SMTP, ...more } });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([{ pointer: `/smtp/${field}`, code }]);
  });

  it('are read as earlier releases stored them, and stored in the same form', async () => {
    const { call, admin, db, clock } = await started();
    const kept = {
      organisation: ORGANISATION,
      organisationAt: '2026-11-01T05:00:00Z',
      smtp: { ...SMTP, password: null },
      vouched: { key_copied: '2026-11-02T05:00:00Z' },
    };
    const row = { key: 'settings', version: 1, changed_at: clock.now().toString(), changed_by: null };
    await db.kysely
      .insertInto('setting')
      .values({ ...row, value: JSON.stringify({ ...kept, smtp: { ...kept.smtp, pool: 2 } }) })
      .execute();
    const { body } = await call(readSettings, {}, admin);
    expect(body).toMatchObject({ organisation: ORGANISATION, smtp: { ...SMTP, passwordSet: false } });
    await call(changeSettings, { body: { vouched: 'key_copied' }, version: 1 }, admin);
    const { value } = await db.kysely
      .selectFrom('setting')
      .select('value')
      .where('key', '=', 'settings')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(value)).toMatchObject({ ...kept, vouched: { key_copied: clock.now().toString() } });
  });

  it.each([
    ['smtp', { host: 'нет такого' }, '/smtp/host', 'not_a_host'],
    ['smtp', { from: 'нет' }, '/smtp/from', 'not_an_email'],
    ['organisation', { representativeEmail: 'нет' }, '/organisation/representativeEmail', 'not_an_email'],
    ['organisation', { phone: '12' }, '/organisation/phone', 'not_a_phone'],
  ] as const)('refuse in %s what cannot work: %j', async (part, wrong, pointer, code) => {
    const { change } = await started();
    const whole = { smtp: SMTP, organisation: ORGANISATION };
    const answer = await change({ [part]: { ...whole[part], ...wrong } });
    expect([answer.status, answer.body.errors]).toEqual([400, [{ pointer, code }]]);
  });

  it('stay readable where they were kept before such a rule, so that they can be corrected', async () => {
    const { call, admin, db, clock } = await started();
    const smtp = { ...SMTP, host: 'нет такого', from: 'нет', password: null };
    const row = { key: 'settings', version: 1, changed_at: clock.now().toString(), changed_by: null };
    const value = JSON.stringify({ smtp, organisation: { ...ORGANISATION, phone: '12' } });
    await db.kysely
      .insertInto('setting')
      .values({ ...row, value })
      .execute();
    const { body } = await call(readSettings, {}, admin);
    expect([body.smtp.host, body.organisation.phone]).toEqual(['нет такого', '12']);
  });

  it('are not changed on a stale version', async () => {
    const { call, change, admin } = await started();
    await change({ organisation: ORGANISATION });
    const stale = await call(changeSettings, { body: { smtp: null }, version: 1 }, admin);
    expect([stale.status, stale.body.current.version]).toEqual([412, 2]);
  });

  it('record who confirmed the calendar of a known year', async () => {
    const { call, people } = await started();
    const officer = people.privacy_officer;
    const { body } = await call(confirmCalendar, { body: { year: 2027 } }, officer);
    expect(body.calendar.years[1]).toMatchObject({ year: 2027, confirmedBy: officer.name });
    // Every page reads the confirmed years from the session for its explanation of a date.
    const { calendar } = (await call(readSession, {}, officer)).body;
    expect(calendar.years).toContainEqual(expect.objectContaining({ year: 2027, confirmed: true }));
    expect((await call(confirmCalendar, { body: { year: 2040 } }, officer)).status).toBe(422);
    expect((await call(confirmCalendar, { body: { year: 2027 } }, people.support)).status).toBe(403);
  });
});

describeEachDatabase('a confirmed year', (current) => {
  it('counts as certain in every process at once', async () => {
    const app = await testApp(current().db);
    await app.db.kysely.deleteFrom('setting').where('key', 'in', ['settings', 'calendar']).execute();
    const calendar = await liveCalendar(app.db, CALENDAR, app.deps.log);
    const certain = () => calendar.now().years.map(({ confirmed }) => confirmed);
    expect(certain()).toEqual([true, false]);
    await app.call(confirmCalendar, { body: { year: 2027 } }, app.people.privacy_officer);
    await expect.poll(certain).toEqual([true, true]);
  });
});

describeEachDatabase('intake secrets', (current) => {
  const started = async () => {
    const app = await testApp(current().db);
    await app.db.kysely.deleteFrom('intake_receipt').execute();
    await app.db.kysely.deleteFrom('intake_secret').execute(); // encrypted with another test's key
    const admin = app.people.administrator;
    const create = (body: { name?: string; sourceId?: string }) =>
      app.call(createIntakeSecret, { body }, admin);
    return { ...app, admin, create };
  };
  const fresh = () => `сайт ${crypto.randomUUID()}`;

  it('are shown once', async () => {
    const { create, call, admin, db } = await started();
    const { body, status } = await create({ name: fresh() });
    expect(status).toBe(201);
    expect(body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect((await call(listIntakeSources, {}, admin)).raw).not.toContain(body.secret);
    const rows = await db.kysely.selectFrom('intake_secret').select('sealed').execute();
    expect(rows.length).toBeGreaterThan(0);
    for (const { sealed } of rows) expect(Buffer.from(sealed).toString('latin1')).not.toContain('whsec_');
  });

  it('let a site file requests, several at a time, until revoked', async () => {
    const app = await started();
    const { body: first } = await app.create({ name: fresh() });
    const { body: second } = await app.create({ sourceId: first.source.id });
    const file = async (secret: string) => (await deliver(app, { secret })).status;
    expect([await file(first.secret), await file(second.secret)]).toEqual([201, 201]);
    const revoked = await app.call(revokeIntakeSecret, { params: { id: first.secretId } }, app.admin);
    expect(revoked.status).toBe(200);
    expect([await file(first.secret), await file(second.secret)]).toEqual([401, 201]);
    const { body } = await app.call(listIntakeSources, {}, app.admin);
    const source = body.items.find(({ id }: { id: string }) => id === first.source.id);
    expect(source).toMatchObject({ received: 3 });
    expect(source.secrets).toHaveLength(2);
  });

  it('belong to a source with a name of its own', async () => {
    const { create } = await started();
    const name = fresh();
    await create({ name });
    expect((await create({ name })).body.errors).toEqual([{ pointer: '/name', code: 'already_used' }]);
    expect((await create({})).body.errors).toEqual([{ pointer: '/name', code: 'required' }]);
    expect((await create({ sourceId: crypto.randomUUID() })).status).toBe(404);
  });

  it('belong to a site with an address that can be one', async () => {
    const { call, admin } = await started();
    const answer = await call(createIntakeSecret, { body: { name: fresh(), site: 'не адрес !!' } }, admin);
    expect(answer.body.errors).toEqual([{ pointer: '/site', code: 'not_a_site' }]);
  });

  it('are accessible to the administrator only', async () => {
    const { call, people } = await started();
    for (const person of [people.privacy_officer, people.auditor, people.support])
      expect((await call(createIntakeSecret, { body: { name: fresh() } }, person)).status).toBe(403);
  });

  it('tick their step of the checklist, as does an invited officer', async () => {
    const { create, call, admin } = await started();
    await create({ name: fresh() });
    const person = { name: 'Қасым Бейсен', email: `${crypto.randomUUID()}@desk.example` };
    await call(inviteStaff, { body: { ...person, roles: ['privacy_officer'] } }, admin);
    const { body } = await call(readSettings, {}, admin);
    const done = (step: string) => body.checklist.find((tick: { step: string }) => tick.step === step).done;
    expect([done('intake_secret'), done('officer_invited')]).toEqual([true, true]);
  });
});
