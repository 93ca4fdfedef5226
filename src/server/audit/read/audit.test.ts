import { beforeAll, expect, it } from 'vitest';
import { getAuditEvent, listAuditEvents } from '#contract/audit.ts';
import { AUDIT_EVENTS, type AuditEvent } from '#domain/audit/events.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { deliver, newSite } from '#tests/server/intake-client.ts';
import { type Fact, record } from '../record/record.ts';

describeEachDatabase('the log', (current) => {
  let desk: TestApp;
  let request: { id: string; reference: string };
  beforeAll(async () => {
    desk = await testApp(current().db);
    const site = await newSite(desk);
    request = (await deliver(desk, site, { body: { message: 'Сұрағым бар' } })).body;
    const about = { type: 'request', id: request.id };
    await write('privacy_officer', '2026-11-10T10:01:00Z', [
      { event: 'request.opened', object: about, fields: ['message', 'surname'] },
      { event: 'request.revealed', object: about, fields: ['email'], purpose: 'contact_applicant' },
    ]);
    await write('support', '2026-11-10T10:02:00Z', [
      { event: 'request.listed', targets: [request.id], count: 1 },
      { event: 'access.refused', outcome: 'denied', object: about, data: { why: 'track' } },
    ]);
    await write('administrator', '2026-11-10T10:03:00Z', [
      { event: 'staff.changed', object: { type: 'person', id: desk.people.support.id } },
    ]);
  });

  const write = (
    who: 'privacy_officer' | 'support' | 'administrator',
    at: string,
    facts: readonly Fact[],
  ) => {
    const { id, name, roles } = desk.people[who];
    return desk.db.transaction((tx) =>
      record(tx, facts, {
        caller: { kind: 'person', id, name, roles, session: { mark: 'abcd0123', authenticated: 'password' } },
        requestId: 'r-1',
        method: 'GET',
        route: '/api/requests/{id}',
        at: Temporal.Instant.from(at),
        newId: desk.deps.newId,
        vault: desk.deps.vault,
      }),
    );
  };
  const list = (query: Record<string, unknown>, who: keyof TestApp['people'] = 'auditor') =>
    desk.call(listAuditEvents, { query }, desk.people[who]);
  const eventsOf = async (...args: Parameters<typeof list>): Promise<AuditEvent[]> =>
    (await list(...args)).body.items.map((row: { event: AuditEvent }) => row.event);

  it('shows the newest first, with names of people, numbers of requests and names of sources', async () => {
    const { body } = await list({ object: request.reference });
    expect(body.items.map((row: { event: string }) => row.event)).toEqual([
      'access.refused',
      'request.revealed',
      'request.opened',
      'intake.received',
    ]);
    expect(body.items[1]).toMatchObject({
      actor: { kind: 'person', name: 'Қайрат Оспанәлі', roles: ['privacy_officer'] },
      object: { type: 'request', id: request.id, label: request.reference },
      fields: ['email'],
      purpose: 'contact_applicant',
      severity: 'notice',
      outcome: 'success',
    });
    expect(body.items[3].actor).toMatchObject({ kind: 'program', name: expect.stringMatching(/^site /) });
    expect(body.total).toEqual({ count: 4, capped: false });
  });

  it.each<[string, Record<string, unknown>, AuditEvent[]]>([
    ['event', { event: 'request.opened,request.revealed' }, ['request.revealed', 'request.opened']],
    ['reading', { read: 'revealed' }, ['request.revealed']],
    ['kind of work', { group: 'security' }, ['staff.changed', 'access.refused']],
    ['event and reading together', { read: 'opened', event: 'request.revealed' }, []],
    ['outcome', { outcome: 'denied' }, ['access.refused']],
    ['purpose', { purpose: 'contact_applicant' }, ['request.revealed']],
    [
      'time',
      { from: '2026-11-10T10:02:00Z', to: '2026-11-10T10:03:00Z' },
      ['access.refused', 'request.listed'],
    ],
    ['a number that does not exist', { object: 'NP-2026-999999' }, []],
  ])('is filtered by %s', async (_, query, events) => {
    const found = await eventsOf({ to: '2026-11-10T10:04:00Z', from: '2026-11-10T10:00:30Z', ...query });
    expect(found).toEqual(events);
  });

  it('is filtered by who did it', async () => {
    const found = await eventsOf({ actor: desk.people.administrator.id, to: '2026-11-10T10:04:00Z' });
    expect(found).toEqual(['staff.changed']);
  });

  it('continues after the last row of a page, without gap or repetition', async () => {
    const query = { from: '2026-11-10T10:00:30Z', event: 'request.opened,request.revealed,request.listed' };
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await list({ ...query, limit: 1, ...(cursor ? { cursor } : {}) });
      seen.push(...body.items.map((row: { event: string }) => row.event));
      expect(body.total.count).toBe(3);
      cursor = body.next ?? undefined;
    } while (cursor);
    expect(seen).toEqual(['request.listed', 'request.revealed', 'request.opened']);
  });

  it.each(['x', '-1', '1e9', '99999999999999999999'])('refuses the cursor %s', async (cursor) => {
    const { status, body } = await list({ cursor });
    expect([status, body.code]).toEqual([400, 'bad_cursor']);
  });

  it('shows an administrator only security events, none about requests', async () => {
    const { body } = await list({}, 'administrator');
    const kinds = body.items.map((row: { event: AuditEvent }) => AUDIT_EVENTS[row.event].retention);
    expect(new Set(kinds)).toEqual(new Set(['security']));
    expect(await eventsOf({ read: 'opened' }, 'administrator')).toEqual([]);
  });

  it('is refused to roles that may not read it', async () => {
    expect([(await list({}, 'support')).status, (await list({}, 'manager')).status]).toEqual([403, 403]);
  });

  it('records that it was read, with the names of the filters and not their values', async () => {
    await list({ object: 'Аты-жөні' });
    const { body } = await list({ event: 'audit.listed' });
    const opened = await desk.call(getAuditEvent, { params: { id: body.items[0].id } }, desk.people.auditor);
    expect(JSON.parse(opened.body.body)).toMatchObject({
      code: 'AU001',
      count: 0,
      data: { filters: 'object' },
    });
    expect(opened.raw).not.toContain('Аты-жөні');
  });

  it('opens one event with its exact body, its context and its neighbours', async () => {
    const revealed = (await list({ read: 'revealed' })).body.items[0];
    const { status, body } = await desk.call(
      getAuditEvent,
      { params: { id: revealed.id } },
      desk.people.privacy_officer,
    );
    expect(status).toBe(200);
    expect(body.row).toEqual(revealed);
    expect(body.context).toEqual({
      requestId: 'r-1',
      method: 'GET',
      route: '/api/requests/{id}',
      session: 'abcd0123',
      authenticated: 'password',
    });
    expect([body.earlier.event, body.later.event]).toEqual(['request.opened', 'access.refused']);
    const kept = await desk.db.kysely
      .selectFrom('audit_event')
      .select('body')
      .where('id', '=', revealed.id)
      .executeTakeFirst();
    expect(body.body).toBe(kept?.body);
  });

  it('answers 403 for an event the role may not read and 404 for an unknown one', async () => {
    const revealed = (await list({ read: 'revealed' })).body.items[0];
    const as = desk.people.administrator;
    const refused = await desk.call(getAuditEvent, { params: { id: revealed.id } }, as);
    const unknown = await desk.call(getAuditEvent, { params: { id: crypto.randomUUID() } }, as);
    expect([refused.status, refused.body.why, unknown.status]).toEqual([403, 'role', 404]);
  });
});
