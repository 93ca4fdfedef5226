import { beforeAll, expect, test } from 'vitest';
import { listRequests } from '#contract/requests-read.ts';
import { shortId } from '#domain/audit/short-ids.ts';
import { ORDERS, type Order, type RequestView } from '#domain/request/views.ts';
import { seedRequest } from '#tests/cases/list-requests.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';

describeEachDatabase('pages of the queue', (current) => {
  let app: TestApp;
  let known: string[];

  beforeAll(async () => {
    app = await testApp(current().db);
    known = [];
    for (let at = 0; at < 23; at += 1) {
      const closed = at % 3 === 0;
      const { id } = await seedRequest(app, {
        type: at % 2 ? 'contact' : 'deletion',
        // Several share a second and differ by microseconds, which a cursor must not round away.
        receivedAt: `2026-11-0${1 + (at % 4)}T08:00:00.00000${at % 5}Z`,
        ...(closed ? { status: 'closed' } : {}),
      });
      known.push(id);
    }
  });

  const page = (query: Record<string, string | number>) =>
    app.call(listRequests, { query: { view: 'all', ...query } }, app.people.privacy_officer);

  const VIEW_OF: Record<Order, RequestView> = {
    urgency: 'open',
    received_first: 'all',
    received_last: 'all',
    closed_last: 'closed',
  };

  test.each(ORDERS)('ordered by %s, show every row once while others arrive', async (order) => {
    const view = VIEW_OF[order];
    const whole = await page({ view, order, limit: 100 });
    const before: string[] = whole.body.items.map((item: { id: string }) => item.id);
    expect(before.length).toBeGreaterThan(7);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await page({ view, order, limit: 4, ...(cursor ? { cursor } : {}) });
      seen.push(...body.items.map((item: { id: string }) => item.id));
      cursor = body.next ?? undefined;
      await seedRequest(app, { receivedAt: '2026-11-02T08:00:00.000002Z' });
    } while (cursor && seen.length < 400);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => before.includes(id))).toEqual(before);
  });

  test('contain no total when none is asked for', async () => {
    const { body } = await page({ limit: 4, total: 'none' });
    expect([body.items.length, body.total]).toEqual([4, null]);
  });

  test('follow the order asked for', async () => {
    const { body } = await page({ order: 'received_last', limit: 100 });
    const received: string[] = body.items.map((item: { receivedAt: string }) => item.receivedAt);
    expect(received).toEqual(received.toSorted().toReversed());
    const open = await page({ view: 'open', order: 'urgency', limit: 100 });
    const due: string[] = open.body.items.map((item: { actBy: string }) => item.actBy);
    expect(due).toEqual(due.toSorted());
  });

  test('refuse a cursor that is forged, cut or of another order', async () => {
    const { body } = await page({ order: 'received_first', limit: 2 });
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const bad = [
      encode(['urgency', '2026-11-01', '2026-11-01 08:00:00+00', "x' or true --"]),
      encode(['urgency', '2026-02-31', '2026-11-01 08:00:00+00', known[0]]),
      encode(['urgency']),
      encode({ order: 'urgency' }),
      'AAAA',
      body.next.slice(0, -5),
    ];
    for (const cursor of [...bad, body.next]) {
      const answer = await page({ order: 'urgency', cursor });
      expect([answer.status, answer.body.code]).toEqual([400, 'bad_cursor']);
    }
  });

  test('are logged with the ids shown and the filters', async () => {
    const { body } = await page({ order: 'received_first', limit: 3 });
    const event = await current()
      .db.kysely.selectFrom('audit_event')
      .select('body')
      .where('code', '=', 'RQ001')
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(event.body ?? '')).toMatchObject({
      code: 'RQ001',
      ids: body.items.map((item: { id: string }) => shortId(item.id)).join(''),
      data: { view: 'all', order: 'received_first', limit: 3 },
    });
  });
});
