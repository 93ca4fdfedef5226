import { beforeAll, expect, test } from 'vitest';
import { getRequest, listRequests, requestTrail, searchRequests } from '#contract/requests-read.ts';
import { type Seeded, seedRequest } from '#tests/cases/list-requests.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, type TestPerson, testApp } from '#tests/server/app-harness.ts';

describeEachDatabase('exact search', (current) => {
  let app: TestApp;
  let deletion: Seeded;
  let contact: Seeded;
  const email = 'Ortaq.Izdeu@canary-search.kz';
  const iin = '900230300019';

  beforeAll(async () => {
    app = await testApp(current().db);
    deletion = await seedRequest(app, { type: 'deletion', email, iin, receivedAt: '2026-11-01T04:00:00Z' });
    contact = await seedRequest(app, { type: 'contact', email: email.toLowerCase(), phone: '+77021234567' });
    await seedRequest(app, { type: 'blocking', email, blocked: true });
    await seedRequest(app, { type: 'contact', email, test: true });
  });

  const find = (who: TestPerson, kind: 'email' | 'phone' | 'iin', value: string) =>
    app.call(searchRequests, { body: { kind, value } }, who);
  const references = (body: { items: { reference: string }[] }) => body.items.map((item) => item.reference);

  test('finds every request of an address at the viewer’s level, tests and blocked records excepted', async () => {
    const { body, raw } = await find(app.people.support, 'email', ' ORTAQ.izdeu@canary-search.kz');
    expect(references(body)).toEqual([contact.reference, deletion.reference]);
    expect(body.items[1].name).toEqual({ shown: false, hint: 'Қ. Н.' });
    expect(body.items[1].preview).toEqual({ shown: false, hint: null });
    expect(raw).not.toContain(deletion.surname);
    expect((await find(app.people.privacy_officer, 'email', email)).body.items).toHaveLength(3);
  });

  test('finds a number in any notation, and an IIN only for viewers who may compare one', async () => {
    expect(references((await find(app.people.support, 'phone', '8 (702) 123-45-67')).body)).toEqual([
      contact.reference,
    ]);
    expect(references((await find(app.people.privacy_officer, 'iin', iin)).body)).toEqual([
      deletion.reference,
    ]);
    expect((await find(app.people.support, 'iin', iin)).status).toBe(403);
    expect((await find(app.people.manager, 'email', email)).status).toBe(403);
  });

  test('refuses a value of the wrong form', async () => {
    for (const [kind, value] of [
      ['email', 'nobody'],
      ['phone', 'abcdef'],
      ['iin', '123'],
    ] as const) {
      const { status, body } = await find(app.people.privacy_officer, kind, value);
      expect([status, body.errors]).toEqual([400, [{ pointer: '/value', code: 'bad_format' }]]);
    }
  });

  test('logs the kind and the ids found, never the value', async () => {
    await find(app.people.privacy_officer, 'email', email);
    const { body } = await app.db.kysely
      .selectFrom('audit_event')
      .select('body')
      .where('code', '=', 'RQ004')
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(body ?? '')).toMatchObject({
      ids: expect.stringMatching(/^\S{60}$/),
      data: { kind: 'email' },
    });
    expect(body?.toLowerCase()).not.toContain('izdeu');
  });

  test('is limited to thirty a minute', async () => {
    const hasty = await app.person(['support']);
    const statuses = [];
    for (let at = 0; at < 31; at += 1) statuses.push((await find(hasty, 'phone', contact.phone)).status);
    expect(statuses.slice(0, 30).every((status) => status === 200)).toBe(true);
    expect(statuses[30]).toBe(429);
  });

  test('counts as a listing in the trail, where openings are shown one by one', async () => {
    const fresh = await seedRequest(app, { type: 'contact' });
    await app.call(listRequests, { query: { view: 'open' } }, app.people.support);
    await app.call(listRequests, { query: { view: 'open' } }, app.people.manager);
    await find(app.people.support, 'phone', fresh.phone);
    await app.call(getRequest, { params: { id: fresh.id } }, app.people.manager);
    const { body } = await app.call(requestTrail, { params: { id: fresh.id } }, app.people.privacy_officer);
    expect(body).toMatchObject({
      reference: fresh.reference,
      truncated: false,
      listed: { count: 3, people: 2 },
    });
    expect(body.entries).toMatchObject([
      { event: 'request.opened', by: { id: app.people.manager.id }, fields: [], outcome: 'success' },
    ]);
    const other = await app.call(requestTrail, { params: { id: deletion.id } }, app.people.support);
    expect([other.status, other.body.why]).toEqual([403, 'track']);
  });
});
