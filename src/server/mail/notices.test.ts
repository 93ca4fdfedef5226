import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { changeSettings } from '#contract/settings.ts';
import { decideRecovery, listRecoveries, reinviteStaff } from '#contract/staff.ts';
import { bySystem, record } from '#server/audit/record/record.ts';
import { administratorLink } from '#server/session/administrator-link.ts';
import { loadSettings } from '#server/settings/stored.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, type TestPerson, testApp } from '#tests/server/app-harness.ts';
import { configureMail } from '#tests/server/desk.ts';
import { type MailServer, mailServer } from '#tests/server/smtp-server.ts';
import { ATTEMPTS } from './attempts.ts';
import { runNotices } from './notices.ts';
import { smtpMail } from './smtp-node.ts';

const START = '2026-11-10T10:00:00Z';
const QUICK = { connect: 2_000, silence: 2_000, whole: 4_000 };

describeEachDatabase('a notice to staff', (current) => {
  let app: TestApp;
  let server: MailServer;
  beforeAll(async () => {
    app = await testApp(current().db, { mail: smtpMail(QUICK) });
    server = await mailServer();
    await app.db.kysely
      .updateTable('person')
      .set({ disabled_at: START })
      .where(
        'id',
        'not in',
        Object.values(app.people).map(({ id }) => id),
      )
      .execute();
    const language = 'ru';
    await app.db.kysely
      .updateTable('person')
      .set({ language })
      .where('id', '=', app.people.second_officer.id)
      .execute();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    app.clock.set(START);
    await configureMail(app, server.port);
    await app.db.kysely.deleteFrom('staff_notice').execute();
    await app.db.kysely.deleteFrom('link').execute();
    server.letters.length = 0;
    server.reply();
  });

  const make = (person: TestPerson) =>
    app.call(reinviteStaff, { params: { id: person.id }, body: {} }, app.people.administrator);
  const told = () => server.letters.flatMap(({ to }) => to).toSorted();
  const officers = () =>
    [app.people.privacy_officer, app.people.second_officer, app.people.administrator]
      .map(({ email }) => email)
      .toSorted();
  const textTo = ({ email }: TestPerson) =>
    server.letters.findLast(({ to }) => to.includes(email))?.mail.text ?? '';
  const rows = () =>
    app.db.kysely.selectFrom('staff_notice').selectAll().orderBy('made_at').orderBy('id').execute();

  it('tells every officer and administrator that a link was asked for and confirmed, in their language', async () => {
    const { auditor, second_officer, privacy_officer, administrator } = app.people;
    expect((await make(auditor)).status).toBe(200);
    await runNotices(app.deps);
    expect(told()).toEqual(officers());
    expect(textTo(second_officer)).toMatch(/10\.11\.2026\s15:00: создана ссылка для нового пароля/);
    expect(textTo(second_officer)).toContain(`Кому: ${auditor.name}. Кто создал: ${administrator.name}.`);
    expect(textTo(privacy_officer)).toContain('жаңа құпиясөзге сілтеме жасалды');
    const [waiting] = (await app.call(listRecoveries, {}, second_officer)).body.items;
    await app.call(decideRecovery, { params: { id: waiting.id }, body: { confirm: true } }, second_officer);
    await runNotices(app.deps);
    expect(textTo(second_officer)).toContain('ссылка для нового пароля подтверждена');
    expect(server.letters).toHaveLength(6);
    for (const { raw } of server.letters) expect(raw).not.toMatch(/https?:|#[\w-]{20}/);
  });

  it('tells of a link made at the console, and of no invitation or support link', async () => {
    expect((await make(app.people.support)).status).toBe(200);
    expect(await rows()).toEqual([]);
    await administratorLink(app.deps, app.people.administrator.email);
    await runNotices(app.deps);
    expect(told()).toEqual(officers());
    expect(textTo(app.people.second_officer)).toContain('на самом сервере создана ссылка');
  });

  it('tells of a changed mail server, through the new one', async () => {
    const { version } = await loadSettings(app.db.kysely as never);
    const smtp = {
      host: 'localhost',
      port: server.port,
      security: 'none' as const,
      user: '',
      from: 'zhauap@ainek.example',
      fromName: 'ЖШС «Айнек»',
    };
    expect(
      (await app.call(changeSettings, { body: { smtp }, version }, app.people.administrator)).status,
    ).toBe(200);
    await runNotices(app.deps);
    expect(told()).toEqual(officers());
    expect(textTo(app.people.second_officer)).toContain(
      `Прежний: 127.0.0.1:${server.port}. Новый: localhost:${server.port}.`,
    );
  });

  it('of a burst is two letters a person, which tell all of it', async () => {
    for (let n = 0; n < 30; n += 1) await make(app.people.auditor);
    await runNotices(app.deps);
    expect(server.letters).toHaveLength(3);
    for (let n = 0; n < 10; n += 1) await make(app.people.auditor);
    await runNotices(app.deps);
    expect(server.letters).toHaveLength(3);
    app.clock.advance({ minutes: 10 });
    await runNotices(app.deps);
    expect(server.letters).toHaveLength(6);
    const [first, second] = server.letters
      .filter(({ to }) => to.includes(app.people.second_officer.email))
      .map(({ mail }) => mail.text ?? '');
    const lines = (text = '') => text.match(/создана ссылка/g)?.length;
    expect([lines(first), lines(second)]).toEqual([20, 10]);
    expect(first).toContain('И ещё 10 событий.');
  });

  it('is never without its event: both are rolled back together', async () => {
    await app.db
      .transaction(async (tx) => {
        const fact = { event: 'session.admin_link_made' as const, data: { kind: 'recovery' } };
        await record(tx, [fact], bySystem(app.deps, app.clock.now(), 'CONSOLE', 'admin-link'));
        throw new Error('the call failed later');
      })
      .catch(() => undefined);
    expect(await rows()).toEqual([]);
  });

  it('whose sender died after the claim is sent again with the same Message-ID, and settled once', async () => {
    await make(app.people.auditor);
    await app.db.kysely
      .deleteFrom('staff_notice')
      .where('person_id', '!=', app.people.second_officer.id)
      .execute();
    // Dies between the mail server's answer and the commit of it.
    const dying = {
      ...app.deps,
      mail: {
        send: async (...given: Parameters<typeof app.deps.mail.send>) => {
          await app.deps.mail.send(...given);
          throw Object.assign(new Error('killed'), { fatal: true });
        },
      },
      log: {
        ...app.deps.log,
        warn: () => {
          throw new Error('killed');
        },
      },
    };
    await expect(runNotices(dying)).rejects.toThrow('killed');
    expect(await rows()).toMatchObject([{ state: 'sending', attempts: 1 }]);
    expect(await runNotices(app.deps)).toBe(0);
    app.clock.advance({ minutes: 11 });
    await runNotices(app.deps);
    expect(await rows()).toMatchObject([{ state: 'unknown', attempts: 1 }]);
    app.clock.advance({ minutes: 1 });
    await runNotices(app.deps);
    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 2, last_error: null }]);
    const ids = server.letters.map(({ mail }) => mail.messageId);
    expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
  });

  it('that another process took over is not settled by its former owner', async () => {
    await make(app.people.auditor);
    const slow = {
      ...app.deps,
      mail: {
        send: async () => {
          await app.db.kysely.updateTable('staff_notice').set({ attempts: 2 }).execute();
          return { state: 'refused' as const, code: 'late' };
        },
      },
    };
    await runNotices(slow);
    expect(new Set((await rows()).map(({ state }) => state))).toEqual(new Set(['sending']));
  });

  it('is tried again after a 4xx, and given up like any letter', async () => {
    await make(app.people.auditor);
    await app.db.kysely
      .deleteFrom('staff_notice')
      .where('person_id', '!=', app.people.second_officer.id)
      .execute();
    server.reply(451);
    await runNotices(app.deps);
    expect(await rows()).toMatchObject([
      { state: 'queued', attempts: 1, next_at: '2026-11-10T10:01:00.000Z' },
    ]);
    await app.db.kysely
      .updateTable('staff_notice')
      .set({ attempts: ATTEMPTS - 1 })
      .execute();
    app.clock.advance({ minutes: 1 });
    server.reply(451);
    await runNotices(app.deps);
    expect(await rows()).toMatchObject([{ state: 'refused', attempts: ATTEMPTS }]);
  });

  it('without a mail server fails nothing, waits a day for one, and is then too old', async () => {
    await configureMail(app, null);
    expect((await make(app.people.auditor)).status).toBe(200);
    expect(await runNotices(app.deps)).toBe(0);
    expect((await rows()).map(({ state }) => state)).toEqual(['queued', 'queued', 'queued']);
    app.clock.advance({ hours: 25 });
    await configureMail(app, server.port);
    await runNotices(app.deps);
    expect((await rows()).map(({ last_error }) => last_error)).toEqual(['too_old', 'too_old', 'too_old']);
    expect(server.letters).toEqual([]);
  });

  it('is not sent to a person who was disabled meanwhile', async () => {
    await make(app.people.auditor);
    const { id, email } = app.people.second_officer;
    await app.db.kysely.updateTable('person').set({ disabled_at: START }).where('id', '=', id).execute();
    await runNotices(app.deps);
    await app.db.kysely.updateTable('person').set({ disabled_at: null }).where('id', '=', id).execute();
    expect(told()).not.toContain(email);
    expect(server.letters).toHaveLength(2);
  });
});
