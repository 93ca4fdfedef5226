/** A mistyped address or number is replaced, and everything that is found or written by it follows the new one. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { getRequest, revealField, searchRequests } from '#contract/requests-read.ts';
import { closeRequest, replaceContact, sendLetter, takeRequest } from '#contract/requests-write.ts';
import { findPersonTrail, personTrail } from '#contract/trails.ts';
import { MISSES } from '#domain/access/oracles.ts';
import { WITHHELD } from '#domain/access/redact.ts';
import { bySystem } from '#server/audit/record/record.ts';
import { runOutbox } from '#server/mail/outbox.ts';
import { destroySubject } from '#server/subjects/destroy-subject.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, type TestPerson, testApp } from '#tests/server/app-harness.ts';
import { configureMail, type Desk, deskOf } from '#tests/server/desk.ts';
import { loseLetter, settleLetter } from './settle-letter.ts';

const WRONG = 'nurgul.tt@qate-zqr.example';
const RIGHT = 'nurgul.t@duris-zqr.example';
const REASON = 'Өтініш беруші телефон арқылы түзетті';
const LETTER = { kind: 'holding', text: 'Өтінішіңіз қаралып жатыр' };

describeEachDatabase('replacing a contact', (current) => {
  let app: TestApp;
  let desk: Desk;
  let officer: TestPerson;
  let support: TestPerson;
  beforeAll(async () => {
    app = await testApp(current().db);
    desk = deskOf(app);
    ({ privacy_officer: officer, support } = app.people);
    await configureMail(app, 2525);
  });

  /** A request with a mistyped address, taken by support. */
  async function mistyped(email = WRONG): Promise<string> {
    const id = await desk.request('contact', { applicant: { surname: 'Тестілова', email } });
    await desk.act(takeRequest, id, support);
    return id;
  }
  const replace = (id: string, more: object = {}, as = support, version?: number) =>
    desk.act(replaceContact, id, as, { field: 'email', value: RIGHT, reason: REASON, ...more }, version);
  const find = async (kind: 'email' | 'phone', value: string) => {
    const { body } = await app.call(searchRequests, { body: { kind, value } }, officer);
    return body.items.map(({ id }: { id: string }) => id);
  };
  const open = async (id: string, as = support) => (await app.call(getRequest, { params: { id } }, as)).body;
  const reveal = (id: string, more: object, as = support) =>
    app.call(
      revealField,
      { params: { id }, body: { field: 'email', purpose: 'contact_applicant', ...more } } as never,
      as,
    );

  describe('with the right one', () => {
    let id: string;
    let answer: Awaited<ReturnType<typeof replace>>;
    beforeAll(async () => {
      id = await mistyped();
      answer = await replace(id);
    });

    test('answers with the new value masked, and the former one beside it', () => {
      expect(answer.status).toBe(200);
      const [former] = answer.body.formerContacts;
      expect(former).toMatchObject({ field: 'email', replacedBy: { id: support.id }, reveal: true });
      expect(former.value).toEqual({ shown: false, hint: 'n•••@•••' });
      expect(answer.raw).not.toContain('zqr');
    });

    test('search finds it by the new value and no longer by the old one', async () => {
      expect(await find('email', RIGHT)).toContain(id);
      expect(await find('email', WRONG)).not.toContain(id);
    });

    test('the trail of a person and the suggestions follow the new value', async () => {
      const ofWrong = await mistyped();
      const ofRight = await mistyped(RIGHT);
      const { reference } = await desk.row(id);
      const byValue = async (value: string) => {
        const body = { kind: 'email' as const, value };
        return (await app.call(findPersonTrail, { body }, app.people.auditor)).body.references;
      };
      expect([
        (await byValue(RIGHT)).includes(reference),
        (await byValue(WRONG)).includes(reference),
      ]).toEqual([true, false]);
      const trail = await app.call(personTrail, { params: { id: ofWrong } }, app.people.auditor);
      expect(trail.body.references).not.toContain(reference);
      const suggested = (await open(id, officer)).suggested.map(({ id: each }: { id: string }) => each);
      expect([suggested.includes(ofRight), suggested.includes(ofWrong)]).toEqual([true, false]);
    });

    test('the former value is revealed by its id, with an event, and the present one without', async () => {
      const [former] = (await open(id)).formerContacts;
      expect((await reveal(id, { formerId: former.id })).body).toMatchObject({
        value: WRONG,
        formerId: former.id,
      });
      expect((await reveal(id, {})).body).toMatchObject({ value: RIGHT, formerId: null });
      const revealed = (await desk.events(id)).filter(({ event }) => event === 'request.revealed');
      expect(revealed.map(({ data }) => data)).toEqual([{ formerId: former.id }, {}]);
    });

    test('the log has the field and no value; the page shows the event with its reason', async () => {
      const rows = await app.db.kysely
        .selectFrom('audit_event')
        .select('body')
        .where('object_ref', '=', id)
        .execute();
      const bodies = rows.map(({ body }) => body ?? '').join('\n');
      expect(bodies).not.toMatch(/zqr|телефон/);
      expect(bodies).toContain('"fields":["email"]');
      const told = (await open(id)).timeline.find(
        ({ event }: { event?: string }) => event === 'request.contact_replaced',
      );
      expect(told).toMatchObject({ fields: ['email'], reason: { value: { parts: [{ text: REASON }] } } });
    });

    test('neither value is in clear in a table', async () => {
      const values = await app.db.kysely.selectFrom('sealed_value').select('sealed').execute();
      expect(values.map(({ sealed }) => Buffer.from(sealed).toString('latin1')).join()).not.toContain('zqr');
    });
  });

  describe('who has no right to it', () => {
    test('support on a request of the other track, or one that is not theirs', async () => {
      const rights = await desk.request('deletion');
      const free = await desk.request('contact');
      const [other, untaken] = [await replace(rights), await replace(free)];
      expect([other.status, other.body.why]).toEqual([403, 'track']);
      expect([untaken.status, untaken.body.why]).toEqual([403, 'assigned_to_me']);
      expect(await find('email', RIGHT)).not.toContain(rights);
    });

    test.each(['manager', 'auditor', 'administrator'] as const)('%s', async (role) => {
      const id = await mistyped();
      const { status, body } = await replace(id, {}, app.people[role]);
      expect([status, body.why]).toEqual([403, 'role']);
    });

    test('those to whom contact details are hidden learn neither of the value nor of the field', async () => {
      const id = await mistyped();
      await replace(id);
      const body = await open(id, app.people.auditor);
      expect(body.formerContacts).toEqual([]);
      const told = body.timeline.find(
        ({ event }: { event?: string }) => event === 'request.contact_replaced',
      );
      expect(told).toMatchObject({ fields: [], reason: { shown: false } });
    });

    test('nobody reveals a former value through another request', async () => {
      const id = await mistyped();
      await replace(id);
      const [former] = (await open(id)).formerContacts;
      const other = await mistyped();
      expect((await reveal(other, { formerId: former.id })).status).toBe(404);
      expect((await reveal(id, { formerId: former.id, field: 'phone' })).status).toBe(404);
      expect((await reveal(id, { formerId: former.id, field: 'surname' }, officer)).status).not.toBe(200);
    });
  });

  test('typing addresses to learn of others stops showing them when the guesses are spent', async () => {
    const known = 'belgili@zqr.example';
    await mistyped(known);
    const id = await mistyped();
    const guesser = await app.person(['support']);
    await desk.act(takeRequest, id, guesser);
    for (let n = 0; n < MISSES.perSignIn; n += 1) {
      const { status } = await replace(id, { value: `kim-eken-${n}@zqr.example` }, guesser);
      expect(status).toBe(200);
    }
    const { status, body } = await replace(id, { value: known }, guesser);
    expect([status, body.suggested]).toEqual([200, []]);
    expect((await open(id, guesser)).suggested).toEqual([]);
    expect((await open(id, officer)).suggested).toHaveLength(1);
  });

  test('a missing number is added and found; a wrong one is taken off', async () => {
    const id = await mistyped();
    const added = await replace(id, { field: 'phone', value: '8 (701) 100-77-01' });
    expect([added.status, added.body.formerContacts]).toEqual([200, []]);
    expect(await find('phone', '100-77-01')).toContain(id);
    await replace(id, { field: 'phone', value: '' });
    expect(await find('phone', '+7 701 100 77 01')).not.toContain(id);
    const none = await replace(id, { value: '' });
    expect([none.status, none.body.noWayToReply, none.body.mail]).toEqual([200, true, 'no_address']);
    const fields = none.body.formerContacts.map(({ field }: { field: string }) => field);
    expect(fields.toSorted()).toEqual(['email', 'phone']);
    const back = await replace(id);
    expect([back.body.noWayToReply, back.body.mail]).toEqual([false, 'ready']);
    const empty = await replace(id, { field: 'phone', value: ' ' });
    expect([empty.status, empty.body.errors]).toEqual([400, [{ pointer: '/value', code: 'required' }]]);
  });

  test.each([
    ['email', 'нет', 'not_an_email'],
    ['phone', '12', 'not_a_phone'],
    ['phone', RIGHT, 'not_a_phone'],
  ])('%s «%s» is refused where it is typed', async (field, value, code) => {
    const { status, body } = await replace(await mistyped(), { field, value });
    expect([status, body.errors]).toEqual([400, [{ pointer: '/value', code }]]);
  });

  test('needs a reason and the present version, and an open request', async () => {
    const id = await mistyped();
    expect((await replace(id, { reason: '' })).body.errors[0].pointer).toBe('/reason');
    const { version } = await desk.row(id);
    await replace(id);
    const stale = await replace(id, {}, support, version);
    expect([stale.status, stale.body.current.version]).toEqual([412, version + 1]);
    await desk.act(closeRequest, id, support, { outcome: 'no_reply_needed', reason: REASON });
    const closed = await replace(id);
    expect([closed.status, closed.body.why]).toEqual([403, 'status']);
  });

  test('of two at once one is stale, so no former value is lost', async () => {
    const id = await mistyped();
    const { version } = await desk.row(id);
    const values = ['bir@zqr.example', 'eki@zqr.example'];
    const both = await Promise.all(values.map((value) => replace(id, { value }, support, version)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const { formerContacts } = await open(id);
    expect(formerContacts).toHaveLength(1);
  });

  test('a damaged value can be replaced, and the other field is still found', async () => {
    const email = 'zaqym@zqr.example';
    const id = await desk.request('contact', { applicant: { email, phone: '8 701 100 77 09' } });
    await desk.act(takeRequest, id, support);
    const { applicant_id: applicant } = await desk.row(id);
    await sql`update sealed_value set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1)
      where row_id = ${applicant} and field = 'email'`.execute(app.db.kysely);
    const { status, body } = await replace(id);
    expect([status, body.formerContacts]).toMatchObject([200, [{ value: WITHHELD, reveal: false }]]);
    expect(await find('email', email)).not.toContain(id);
    expect(await find('email', RIGHT)).toContain(id);
    expect(await find('phone', '+7 701 100 77 09')).toContain(id);
  });

  describe('a letter', () => {
    const sentTo: string[] = [];
    let during: (() => Promise<void>) | null = null;
    const sending = () => ({
      ...app.deps,
      mail: {
        ...app.deps.mail,
        send: async ({ to }: { to: string }) => {
          sentTo.push(to);
          await during?.();
          return { state: 'sent' as const };
        },
      },
    });
    const runMail = () => runOutbox(sending(), { settle: settleLetter, lose: loseLetter });

    test('that waits goes to the new address', async () => {
      const id = await mistyped();
      expect((await desk.act(sendLetter, id, support, LETTER)).status).toBe(200);
      expect((await replace(id)).status).toBe(200);
      sentTo.length = 0;
      await runMail();
      expect(sentTo).toEqual([RIGHT]);
    });

    test('that is leaving holds the change back until it has left', async () => {
      const id = await mistyped();
      await desk.act(sendLetter, id, support, LETTER);
      sentTo.length = 0;
      const refused: unknown[] = [];
      during = async () => {
        const { status, body } = await replace(id);
        refused.push(status, body.why);
      };
      await runMail();
      during = null;
      expect([refused, sentTo]).toEqual([[422, 'letter_leaving'], [WRONG]]);
      expect((await replace(id)).status).toBe(200);
    });

    test('that waits when the address is taken off is refused where everybody sees it', async () => {
      const id = await mistyped();
      await desk.act(sendLetter, id, support, LETTER);
      await replace(id, { value: '' });
      sentTo.length = 0;
      await runMail();
      expect(sentTo).toEqual([]);
      const letter = (await open(id)).timeline.find(
        ({ letter: kind }: { letter?: string }) => kind === 'holding',
      );
      expect(letter.state).toBe('refused');
    });
  });

  test('destruction of the subject destroys the former values, and nothing is stored after it', async () => {
    const id = await mistyped();
    await replace(id);
    const { subject_id: subjectId } = await desk.row(id);
    const former = () =>
      app.db.kysely
        .selectFrom('sealed_value')
        .innerJoin('former_contact', 'former_contact.id', 'sealed_value.row_id')
        .select('row_id')
        .where('former_contact.request_id', '=', id)
        .execute();
    expect(await former()).toHaveLength(1);
    await app.db.transaction((tx) =>
      destroySubject(tx, app.deps, subjectId, bySystem(app.deps, app.deps.now(), 'JOB', 'test')),
    );
    expect(await former()).toEqual([]);
    expect((await open(id)).formerContacts).toEqual([]);
    expect((await replace(id)).status).toBe(409);
    expect(await find('email', RIGHT)).not.toContain(id);
  });
});
