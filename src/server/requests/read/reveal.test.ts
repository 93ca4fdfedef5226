import { beforeAll, expect, test } from 'vitest';
import { copyField, requestTrail, revealField } from '#contract/requests-read.ts';
import { type Seeded, seedRequest } from '#tests/cases/list-requests.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, type TestPerson, testApp } from '#tests/server/app-harness.ts';
import { MOST_REVEALS, REVEALS } from './reveal-budget.ts';

describeEachDatabase('a reveal', (current) => {
  let app: TestApp;
  let mine: Seeded;
  let others: Seeded;
  let deletion: Seeded;

  beforeAll(async () => {
    app = await testApp(current().db);
    mine = await seedRequest(app, { assigneeId: app.people.support.id, status: 'in_progress' });
    others = await seedRequest(app, { assigneeId: app.people.second_support.id, status: 'in_progress' });
    deletion = await seedRequest(app, { type: 'deletion', iin: '900230300019' });
  });

  type Ask = {
    field?: 'email' | 'surname' | 'message' | 'ip' | 'extra';
    messageId?: string;
    purpose?: 'other';
    purposeText?: string;
  };
  const ask = (who: TestPerson, { id }: Seeded, { field = 'email', purpose, ...more }: Ask = {}) =>
    app.call(
      revealField,
      { params: { id }, body: { field, purpose: purpose ?? 'contact_applicant', ...more } },
      who,
    );
  const spent = (who: TestPerson, n: number) =>
    app.db.kysely
      .insertInto('budget')
      .values({ person_id: who.id, kind: REVEALS, day: '2026-11-10', scope: '', n })
      .execute();
  const lastEvents = () =>
    app.db.kysely.selectFrom('audit_event').selectAll().orderBy('seq', 'desc').limit(3).execute();

  test('returns one value for a minute and logs who, which field and why, not the value', async () => {
    const { status, body } = await ask(app.people.support, mine);
    expect(status).toBe(200);
    expect(body).toEqual({
      field: 'email',
      messageId: null,
      formerId: null,
      value: mine.email,
      until: '2026-11-10T10:01:00Z',
      seconds: 60,
      leftToday: 19,
    });
    const [event] = await lastEvents();
    expect(event).toMatchObject({ code: 'PD010', object_ref: mine.id, purpose: 'contact_applicant' });
    expect(JSON.parse(event?.body ?? '')).toMatchObject({ fields: ['email'] });
    expect(event?.body).not.toContain(mine.email);
  });

  test('is refused to support on a request of another assignee, with the reason, and logged', async () => {
    const { status, body, raw } = await ask(app.people.support, others);
    expect([status, body.why]).toEqual([403, 'assigned_to_me']);
    expect(raw).not.toContain(others.email);
    const [event] = await lastEvents();
    expect(event).toMatchObject({ code: 'AC001', outcome: 'denied', object_ref: others.id });
    expect((await ask(app.people.support, deletion)).body.why).toBe('track');
    expect((await ask(app.people.manager, deletion)).status).toBe(403);
    expect((await ask(app.people.privacy_officer, deletion, { field: 'surname' })).status).toBe(403);
  });

  test('is limited by day: twenty for support, two hundred for every role', async () => {
    const frugal = await app.person(['support']);
    const own = await seedRequest(app, { assigneeId: frugal.id, status: 'in_progress' });
    await spent(frugal, 19);
    expect((await ask(frugal, own)).body.leftToday).toBe(0);
    const over = await ask(frugal, own);
    expect([over.status, over.body.why]).toEqual([403, 'support_reveal_budget']);
    const officer = await app.person(['privacy_officer']);
    await spent(officer, MOST_REVEALS - 1);
    expect((await ask(officer, deletion)).body.leftToday).toBe(0);
    const flood = await ask(officer, deletion);
    expect([flood.status, flood.body.code]).toEqual([429, 'too_many_requests']);
    expect(Number(flood.headers.get('retry-after'))).toBe(9 * 3600);
  });

  test('of a text needs its message and shows the identifiers in it', async () => {
    const officer = app.people.privacy_officer;
    const without = await ask(officer, deletion, { field: 'message' });
    expect(without.body.errors).toEqual([{ pointer: '/messageId', code: 'required' }]);
    const { body } = await ask(officer, deletion, { field: 'message', messageId: deletion.messageId });
    expect(body.value).toContain('900230300019');
    const foreign = await ask(officer, deletion, { field: 'message', messageId: mine.messageId });
    expect(foreign.status).toBe(404);
    expect((await ask(officer, deletion, { field: 'extra' })).body.value).toMatch(/^Қосымша: эк/);
  });

  test('for the purpose `other` needs a text, which is stored encrypted with the event', async () => {
    const officer = app.people.privacy_officer;
    const silent = await ask(officer, deletion, { purpose: 'other' });
    expect(silent.body.errors).toEqual([{ pointer: '/purposeText', code: 'required' }]);
    const words = 'Соттың сұрау салуы бойынша';
    expect((await ask(officer, deletion, { purpose: 'other', purposeText: words })).status).toBe(200);
    const [event] = await lastEvents();
    expect(event?.body).toMatch(/"detail":\{"subject":"[\da-f-]{36}","hash":"[\w-]{43}"\}/);
    expect(event?.body).not.toContain(words);
    const detail = await app.db.kysely
      .selectFrom('audit_detail')
      .selectAll()
      .where('event_id', '=', event?.id ?? '')
      .executeTakeFirst();
    expect(detail?.subject_id).toMatch(/^[\da-f-]{36}$/);
  });

  test('and a copy of the value are different events in the trail', async () => {
    const copied = await app.call(
      copyField,
      { params: { id: mine.id }, body: { field: 'email' } },
      app.people.support,
    );
    expect(copied.body).toEqual({ done: true });
    const hidden = await app.call(
      copyField,
      { params: { id: deletion.id }, body: { field: 'email' } },
      app.people.support,
    );
    expect(hidden.status).toBe(403);
    const { body } = await app.call(requestTrail, { params: { id: mine.id } }, app.people.auditor);
    expect(body.entries.map((entry: { event: string }) => entry.event)).toEqual([
      'request.copied',
      'request.revealed',
    ]);
    expect(body.entries[1]).toMatchObject({
      by: { id: app.people.support.id, roles: ['support'] },
      fields: ['email'],
      purpose: 'contact_applicant',
      outcome: 'success',
    });
  });
});
