import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { closeRequest, sendLetter } from '#contract/requests-write.ts';
import type { MessageKind } from '#domain/request/message-kinds.ts';
import { loseLetter, settleLetter } from '#server/requests/work/settle-letter.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { configureMail, type Desk, deskOf } from '#tests/server/desk.ts';
import { type MailServer, mailServer } from '#tests/server/smtp-server.ts';
import { ATTEMPTS, pauseAfter } from './attempts.ts';
import { type OutboxDeps, runOutbox as run } from './outbox.ts';
import { smtpMail } from './smtp-node.ts';

const runOutbox = (deps: OutboxDeps) => run(deps, { settle: settleLetter, lose: loseLetter });

const START = '2026-11-10T10:00:00Z';
const QUICK = { connect: 2_000, silence: 2_000, whole: 4_000 };

describeEachDatabase('the outbox', (current) => {
  let app: TestApp;
  let desk: Desk;
  let server: MailServer;
  beforeAll(async () => {
    app = await testApp(current().db, { mail: smtpMail(QUICK) });
    desk = deskOf(app);
    server = await mailServer();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    app.clock.set(START);
    await configureMail(app, server.port);
    await app.db.kysely.deleteFrom('outbox').execute();
    server.letters.length = 0;
    server.reply();
  });

  const answered = async (
    more: object = {},
    text = 'Құрметті Нұргүл, шотыңыз жабылды. Ә ғ қ ң ө ұ ү һ і.',
    kind: MessageKind = 'answer',
  ) => {
    const id = await desk.request('contact', { receivedAt: '2026-11-10T04:00:00Z', ...more });
    const answer = await desk.act(sendLetter, id, app.people.support, {
      kind,
      subjectLine: 'Шотыңыз\nтуралы',
      text,
    });
    if (answer.status !== 200) throw new Error(answer.raw);
    return id;
  };
  const message = (id: string) =>
    app.db.kysely
      .selectFrom('message')
      .innerJoin('outbox', 'outbox.message_id', 'message.id')
      .select([
        'message.state',
        'message.mail_id',
        'outbox.attempts',
        'outbox.last_error',
        'outbox.next_at',
        'outbox.state as box',
      ])
      .where('message.request_id', '=', id)
      .executeTakeFirstOrThrow();
  const lastEvents = async (id: string) => (await desk.events(id)).map(({ event }) => event);

  it('delivers a letter once, to the applicant, in UTF-8, with its Message-ID and the request’s number', async () => {
    const id = await answered();
    expect(await runOutbox(app.deps)).toBe(1);
    expect(await runOutbox(app.deps)).toBe(0);
    const { reference } = await desk.row(id);
    const { mail_id } = await message(id);
    expect(server.letters).toHaveLength(1);
    expect(server.letters[0]).toMatchObject({
      to: ['nurgul.t@example.kz'],
      mail: {
        subject: `Шотыңыз туралы [${reference}]`,
        messageId: mail_id,
        from: { name: 'ЖШС «Айнек»', address: 'zhauap@ainek.example' },
      },
    });
    expect(server.letters[0]?.mail.text?.trim()).toBe('Құрметті Нұргүл, шотыңыз жабылды. Ә ғ қ ң ө ұ ү һ і.');
  });

  it('meets the promise only on delivery, which makes no edit stale', async () => {
    const id = await answered();
    const before = await desk.row(id);
    expect(before).toMatchObject({ answered_at: null, late_after: '2026-12-10' });
    app.clock.advance({ minutes: 2 });
    await runOutbox(app.deps);
    expect(await desk.row(id)).toMatchObject({
      answered_at: '2026-11-10T10:02:00.000Z',
      answered_on: '2026-11-10',
      late_after: null,
      version: before.version,
    });
    expect((await desk.events(id)).at(-1)).toMatchObject({
      event: 'mail.sent',
      actor: null,
      data: { attempts: 1 },
    });
  });

  it('tries again after a 4xx, later each time, with the same Message-ID', async () => {
    const id = await answered();
    server.reply(451, 421);
    await runOutbox(app.deps);
    expect(await message(id)).toMatchObject({
      state: 'queued',
      attempts: 1,
      next_at: '2026-11-10T10:01:00.000Z',
    });
    expect(await runOutbox(app.deps)).toBe(0);
    app.clock.advance({ minutes: 1 });
    await runOutbox(app.deps);
    expect(await message(id)).toMatchObject({ attempts: 2, next_at: '2026-11-10T10:03:00.000Z' });
    app.clock.advance({ minutes: 2 });
    await runOutbox(app.deps);
    expect(await message(id)).toMatchObject({ state: 'sent', attempts: 3, last_error: null });
    expect(new Set(server.letters.map(({ mail }) => mail.messageId)).size).toBe(1);
  });

  it('does not leave a letter until a clock that was ahead comes round again', async () => {
    const waiting = await answered();
    app.clock.advance({ hours: 24 * 400 });
    server.reply(451);
    await runOutbox(app.deps);
    app.clock.set(START);
    await runOutbox(app.deps);
    expect(await message(waiting)).toMatchObject({ state: 'sent', attempts: 2 });
    const claimed = await answered();
    await app.db.kysely
      .updateTable('outbox')
      .set({ state: 'sending', claimed_at: '2027-12-15T10:00:00Z' })
      .where('request_id', '=', claimed)
      .execute();
    await runOutbox(app.deps);
    expect(await message(claimed)).toMatchObject({ box: 'unknown', next_at: '2026-11-10T10:01:00.000Z' });
  });

  it('gives up after a day of attempts, which the request shows', async () => {
    const id = await answered();
    const whole = Array.from({ length: ATTEMPTS - 1 }, (_, index) => pauseAfter(index + 1).total('minutes'));
    const hours = whole.reduce((sum, minutes) => sum + minutes, 0) / 60;
    expect(hours).toBeGreaterThan(23);
    expect(hours).toBeLessThan(25);
    await app.db.kysely
      .updateTable('outbox')
      .set({ attempts: ATTEMPTS - 1 })
      .execute();
    server.reply(451);
    await runOutbox(app.deps);
    expect(await message(id)).toMatchObject({ state: 'refused', box: 'refused' });
    expect(await lastEvents(id)).toContain('mail.refused');
  });

  it('a 5xx is final and shown, and the next move is to answer again', async () => {
    const id = await answered();
    expect((await desk.row(id)).move).toBe('close');
    server.refuseRecipient(550);
    await runOutbox(app.deps);
    expect(await message(id)).toMatchObject({ state: 'refused', last_error: 'EENVELOPE 550' });
    expect(await desk.row(id)).toMatchObject({ answered_at: null, move: 'answer', late_after: '2026-12-10' });
    expect((await desk.events(id)).at(-1)).toMatchObject({
      event: 'mail.refused',
      data: { code: 'EENVELOPE 550' },
    });
    app.clock.advance({ hours: 30 });
    expect(await runOutbox(app.deps)).toBe(0);
  });

  it('a request closed while its letter was queued reopens when the letter is refused', async () => {
    const id = await answered();
    await desk.act(closeRequest, id, app.people.support, { outcome: 'answered' });
    server.reply(554);
    await runOutbox(app.deps);
    expect(await desk.row(id)).toMatchObject({
      status: 'in_progress',
      outcome: null,
      closed_at: null,
      move: 'answer',
    });
    expect((await desk.events(id)).slice(-2)).toMatchObject([
      { event: 'mail.refused' },
      { event: 'request.reopened', actor: null, data: { because: 'letter_refused', outcome: 'answered' } },
    ]);
  });

  it('a closed request stays closed when its letter is delivered, and its promise is met', async () => {
    const id = await answered();
    await desk.act(closeRequest, id, app.people.support, { outcome: 'answered' });
    await runOutbox(app.deps);
    expect(await desk.row(id)).toMatchObject({ status: 'closed', answered_on: '2026-11-10' });
  });

  it('a connection lost after the letter was sent makes its state unknown, and it is sent again', async () => {
    const id = await answered();
    server.reply('drop_after_data');
    await runOutbox(app.deps);
    expect(await message(id)).toMatchObject({ state: 'unknown', attempts: 1 });
    expect((await desk.row(id)).answered_at).toBeNull();
    app.clock.advance({ minutes: 1 });
    await runOutbox(app.deps);
    expect(await message(id)).toMatchObject({ state: 'sent' });
    const ids = server.letters.map(({ mail }) => mail.messageId);
    expect(ids).toEqual([ids[0], ids[0]]);
  });

  it('a letter whose process died becomes unknown and is sent again with the same Message-ID', async () => {
    const id = await answered();
    await app.db.kysely
      .updateTable('outbox')
      .set({ state: 'sending', attempts: 1, claimed_at: START })
      .execute();
    app.clock.advance({ minutes: 9 });
    expect(await runOutbox(app.deps)).toBe(0);
    app.clock.advance({ minutes: 2 });
    await runOutbox(app.deps);
    expect(await message(id)).toMatchObject({ state: 'unknown' });
    expect(await desk.row(id)).toMatchObject({ answer_state: 'unknown', move: 'answer' });
    app.clock.advance({ minutes: 1 });
    await runOutbox(app.deps);
    expect(await message(id)).toMatchObject({ state: 'sent', attempts: 2 });
    expect(server.letters[0]?.mail.messageId).toBe((await message(id)).mail_id);
  });

  it('a letter that cannot be decrypted is refused visibly and delays no other', async () => {
    const damaged = await answered();
    app.clock.advance({ minutes: 1 });
    const sound = await answered();
    await app.db.kysely
      .updateTable('sealed_value')
      .set({ sealed: new Uint8Array(64) })
      .where('request_id', '=', damaged)
      .where('field', '=', 'message')
      .execute();
    expect(await runOutbox(app.deps)).toBe(2);
    expect(await message(sound)).toMatchObject({ state: 'sent' });
    expect(await message(damaged)).toMatchObject({ state: 'refused', last_error: 'unreadable' });
    expect((await desk.events(damaged)).at(-1)).toMatchObject({
      event: 'mail.refused',
      data: { code: 'unreadable' },
    });
  });

  it('a letter that the adapter throws at is tried again and delays no other', async () => {
    const first = await answered();
    app.clock.advance({ minutes: 1 });
    const second = await answered();
    let calls = 0;
    const faulty: OutboxDeps['mail'] = {
      ...app.deps.mail,
      send: (letter, smtp) =>
        ++calls === 1 ? Promise.reject(new TypeError('not renderable')) : app.deps.mail.send(letter, smtp),
    };
    expect(await runOutbox({ ...app.deps, mail: faulty })).toBe(2);
    expect(await message(first)).toMatchObject({ state: 'queued', last_error: 'fault' });
    expect(await message(second)).toMatchObject({ state: 'sent' });
  });

  it('a sender whose claim was taken over does not settle the letter', async () => {
    const id = await answered();
    const stalled: OutboxDeps['mail'] = {
      ...app.deps.mail,
      send: async () => {
        app.clock.advance({ minutes: 11 });
        await runOutbox(app.deps);
        app.clock.advance({ minutes: 1 });
        await app.db.kysely.updateTable('outbox').set({ state: 'sending', attempts: 2 }).execute();
        return { state: 'refused', code: 'late' };
      },
    };
    await runOutbox({ ...app.deps, mail: stalled });
    expect(await message(id)).toMatchObject({ box: 'sending', attempts: 2, last_error: null });
    expect(await lastEvents(id)).not.toContain('mail.refused');
  });

  it('a question or a holding letter that is delivered meets no promise', async () => {
    for (const kind of ['question', 'holding'] as const) {
      const id = await answered({}, 'Операция нөмірін жазыңызшы.', kind);
      await runOutbox(app.deps);
      expect([kind, await message(id)]).toMatchObject([kind, { state: 'sent' }]);
      expect([kind, await desk.row(id)]).toMatchObject([
        kind,
        { answered_at: null, answered_on: null, late_after: '2026-12-10', answer_state: null },
      ]);
      expect((await desk.events(id)).at(-1)).toMatchObject({ event: 'mail.sent', data: { kind } });
    }
  });

  it('a refused question ends the waiting, because nobody was asked', async () => {
    const id = await answered({}, 'Операция нөмірін жазыңызшы.', 'question');
    expect((await desk.row(id)).status).toBe('waiting_applicant');
    server.refuseRecipient(550);
    await runOutbox(app.deps);
    expect(await desk.row(id)).toMatchObject({ status: 'in_progress', move: 'answer', answer_state: null });
    expect((await desk.events(id)).slice(-2)).toMatchObject([
      { event: 'mail.refused', data: { kind: 'question' } },
      { event: 'request.resumed', actor: null, data: { because: 'letter_refused' } },
    ]);
  });

  it('a refused question leaves a request waiting for the reply to a later one', async () => {
    const id = await answered({}, 'Операция нөмірін жазыңызшы.', 'question');
    app.clock.advance({ seconds: 1 });
    await desk.act(sendLetter, id, app.people.support, { kind: 'question', text: 'Күнін де жазыңызшы.' });
    server.refuseRecipient(550);
    await runOutbox(app.deps);
    expect(server.letters).toHaveLength(1);
    expect((await desk.row(id)).status).toBe('waiting_applicant');
  });

  it('the request says where its answer stands until one is delivered', async () => {
    const id = await answered();
    const state = async () => (await desk.row(id)).answer_state;
    expect(await state()).toBe('on_its_way');
    server.reply('drop_after_data');
    await runOutbox(app.deps);
    expect(await state()).toBe('unknown');
    app.clock.advance({ minutes: 1 });
    server.refuseRecipient(550);
    await runOutbox(app.deps);
    expect(await state()).toBe('refused');
    server.reply();
    await desk.act(sendLetter, id, app.people.support, { kind: 'answer', text: 'Тағы бір рет' });
    expect(await state()).toBe('on_its_way');
    await runOutbox(app.deps);
    expect(await state()).toBeNull();
    expect((await desk.row(id)).answered_on).toBe('2026-11-10');
  });

  it('a letter that may never have left is no answer: the request is not closed on it', async () => {
    const id = await answered();
    server.reply('drop_after_data');
    await runOutbox(app.deps);
    expect((await desk.row(id)).move).toBe('answer');
    const closing = await desk.act(closeRequest, id, app.people.support, { outcome: 'answered' });
    expect(closing.body.errors).toEqual([{ pointer: '/outcome', code: 'no_evidence' }]);
  });

  it('waits while the mail server is unreachable, without an event for each attempt', async () => {
    const id = await answered();
    const away = await mailServer();
    await configureMail(app, away.port);
    await away.close();
    await runOutbox(app.deps);
    expect(await message(id)).toMatchObject({ state: 'queued', attempts: 1 });
    expect((await message(id)).last_error).toMatch(/^ESOCKET/);
    expect(await lastEvents(id)).not.toContain('mail.refused');
  });

  it('keeps letters queued while no mail server is configured', async () => {
    const id = await answered();
    await configureMail(app, null);
    expect(await runOutbox(app.deps)).toBe(0);
    expect(await message(id)).toMatchObject({ state: 'queued', attempts: 0 });
  });

  it('sends nothing to what could be the end of a mistyped address', async () => {
    await expect(answered({ applicant: { email: 'a,b@example.kz' } })).rejects.toThrow('not_an_email');
    await runOutbox(app.deps);
    expect(server.letters).toEqual([]);
  });

  it('several workers send each letter once', async () => {
    for (let n = 0; n < 6; n += 1) await answered();
    const carried = await Promise.all([runOutbox(app.deps), runOutbox(app.deps), runOutbox(app.deps)]);
    expect(carried.reduce((sum, n) => sum + n, 0)).toBe(6);
    expect(new Set(server.letters.map(({ mail }) => mail.messageId)).size).toBe(6);
    expect(server.letters).toHaveLength(6);
  });

  it('no letter’s text or address is in the program’s own log', async () => {
    server.reply(451);
    await answered({}, 'Өте құпия жауап');
    await runOutbox(app.deps);
    expect(app.logLines.join('\n')).not.toMatch(/құпия|nurgul/);
  });
});
