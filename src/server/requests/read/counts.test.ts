import { beforeAll, expect, test } from 'vitest';
import { countRequests, listRequests } from '#contract/requests-read.ts';
import { isClosed } from '#domain/request/lifecycle.ts';
import { answerToday, dueToday, isOpen, isOverdue, type Sla, slaOf } from '#domain/request/sla.ts';
import { statuses } from '#domain/request/status.ts';
import { requestTypes } from '#domain/request/types.ts';
import { civilDateAt, daysBetween } from '#domain/time/civil.ts';
import { seedRequest } from '#tests/cases/list-requests.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import type { StoredRequest } from '../facts.ts';
import { HORIZON } from './counts.ts';

const DAYS = ['2026-11-10T10:00:00Z', '2026-11-14T04:00:00Z', '2026-11-16T19:30:00Z', '2026-11-23T05:00:00Z'];

describeEachDatabase('figures over the queue', (current) => {
  let app: TestApp;
  let rows: StoredRequest[];

  beforeAll(async () => {
    app = await testApp(current().db);
    const first = Temporal.Instant.from('2026-09-28T05:00:00Z');
    for (let at = 0; at < 150; at += 1) {
      const receivedAt = first.add({ hours: 7 * at }).toString();
      await seedRequest(app, {
        type: requestTypes[at % requestTypes.length] ?? 'contact',
        status: statuses[at % statuses.length] ?? 'new',
        receivedAt,
        answeredAt: at % 4 === 0 ? first.add({ hours: 7 * at + 50 }).toString() : null,
        test: at % 19 === 0,
      });
    }
    rows = (await current().db.kysely.selectFrom('request').selectAll().execute()).filter(
      ({ test }) => !test,
    );
  });

  const slaAt = (row: StoredRequest, today: string): Sla =>
    slaOf(
      {
        dueOn: row.due_on,
        actBy: row.act_by,
        receivedOn: row.received_on,
        steps: JSON.parse(row.steps),
        answeredOn: row.answered_on,
        closed: isClosed(row.status),
      },
      today,
    );

  test.each(DAYS)('agree with the domain’s urgency function on %s', async (now) => {
    app.clock.set(now);
    const officer = { token: await app.signIn(app.people.privacy_officer) };
    const today = civilDateAt(app.clock.now());
    const slas = rows.map((row) => ({ row, sla: slaAt(row, today) }));
    const owed = slas.filter(({ sla }) => isOpen(sla)).map(({ row }) => row);
    const { body } = await app.call(countRequests, {}, officer);
    const horizon = owed.filter(({ due_on }) => {
      const ahead = daysBetween(today, due_on);
      return ahead >= -HORIZON.back && ahead <= HORIZON.ahead;
    });
    expect(body).toMatchObject({
      today,
      open: rows.filter(({ status }) => !isClosed(status)).length,
      answerToday: slas.filter(({ sla }) => answerToday(sla)).length,
      overdue: slas.filter(({ sla }) => isOverdue(sla)).length,
      overdueByStep: slas.filter(({ sla }) => isOverdue(sla) && isOpen(sla) && sla.daysLeft >= 0).length,
      dueToday: slas.filter(({ sla }) => dueToday(sla)).length,
      oldestDays: Math.max(...owed.map(({ received_on }) => daysBetween(received_on, today))),
      nextDueOn: owed.map(({ due_on }) => due_on).toSorted()[0],
      longLate: owed.filter(({ due_on }) => daysBetween(due_on, today) > HORIZON.back).length,
      ever: rows.length,
    });
    // What the title and the horizon call overdue is the same, but for the steps that the title names.
    const late = body.horizon.filter(({ on }: { on: string }) => on < today);
    const lateOnHorizon = late.reduce(
      (sum: number, { count }: { count: number }) => sum + count,
      body.longLate,
    );
    expect(body.overdue - body.overdueByStep).toBe(lateOnHorizon);
    const counted = Object.fromEntries(
      body.horizon.map((day: { on: string; count: number }) => [day.on, day.count]),
    );
    const expected = Object.entries(Object.groupBy(horizon, ({ due_on }) => due_on));
    expect(counted).toEqual(Object.fromEntries(expected.map(([on, those]) => [on, those?.length])));
  });

  test.each(DAYS)('agree with the urgency filters on %s', async (now) => {
    app.clock.set(now);
    const officer = { token: await app.signIn(app.people.privacy_officer) };
    const today = civilDateAt(app.clock.now());
    const listed = async (urgency: string) => {
      const query = { view: 'all', urgency, limit: 100 } as const;
      const { body } = await app.call(
        listRequests,
        { query: { ...query, urgency: urgency as 'overdue' } },
        officer,
      );
      expect(body.next).toBeNull();
      return body.items.map((item: { id: string }) => item.id).toSorted();
    };
    const those = (kept: (sla: Sla) => boolean) =>
      rows
        .filter((row) => kept(slaAt(row, today)))
        .map(({ id }) => id)
        .toSorted();
    expect(await listed('overdue')).toEqual(those(isOverdue));
    expect(await listed('answer_today')).toEqual(those(answerToday));
    expect(await listed('due_today')).toEqual(those(dueToday));
    expect(await listed('due_soon')).toEqual(those(({ state }) => state === 'now' || state === 'urgent'));
  });

  test('agree with each view’s total; views of work the viewer cannot do have no figure', async () => {
    app.clock.set('2026-11-10T10:00:00Z');
    for (const role of ['support', 'privacy_officer', 'manager', 'auditor'] as const) {
      const viewer = { token: await app.signIn(app.people[role]) };
      const { body } = await app.call(countRequests, {}, viewer);
      for (const [view, count] of Object.entries(body.views)) {
        if (count === null) continue;
        const query = { view: view as 'open', limit: 1 };
        const page = await app.call(listRequests, { query }, viewer);
        expect([role, view, page.body.total.count]).toEqual([role, view, count]);
      }
      const works = role === 'support' || role === 'privacy_officer';
      expect(body.views.my_move === null).toBe(!works);
      expect(body.views.approvals === null).toBe(role !== 'privacy_officer');
    }
  });

  test('are available to an administrator, who may not list requests', async () => {
    const admin = { token: await app.signIn(app.people.administrator) };
    const { status, body } = await app.call(countRequests, {}, admin);
    expect(status).toBe(200);
    expect(body.open).toBe(rows.filter((row) => !isClosed(row.status)).length);
    expect(body.views).toMatchObject({ my_move: null, mine: null, approvals: null });
  });
});
