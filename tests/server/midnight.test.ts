/** A second before and after midnight in Almaty: the server counts another day, although no row has changed. */
import { beforeAll, expect, it } from 'vitest';
import { countRequests, listRequests } from '#contract/requests-read.ts';
import { answerToday, dueToday, isOverdue, slaOf } from '#domain/request/sla.ts';
import type { CivilDate } from '#domain/time/civil.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { type Desk, deskOf } from '#tests/server/desk.ts';
import { deliver, newSite } from '#tests/server/intake-client.ts';
import { slaInputOfRow } from '#web/ui/request/request-row.ts';

/** Received on 10 November, due on Thursday, 10 December 2026; midnight in Almaty is 19:00 UTC. */
const RECEIVED = '2026-11-10T04:00:00Z';
const BEFORE = '2026-12-10T18:59:59Z';
const AFTER = '2026-12-10T19:00:01Z';

describeEachDatabase('at midnight', (current) => {
  let app: TestApp;
  let desk: Desk;
  let id: string;
  beforeAll(async () => {
    app = await testApp(current().db);
    desk = deskOf(app);
    id = await desk.request('contact', { receivedAt: RECEIVED });
  });

  /** Everything that depends on the day: figures, filters, and the badge computed from the row in the answer. */
  async function said(now: string) {
    app.clock.set(now);
    const manager = { ...app.people.manager, token: await app.signIn(app.people.manager) };
    const { body: figures } = await app.call(countRequests, {}, manager);
    const listed = async (urgency: 'overdue' | 'due_today' | 'answer_today') =>
      (await app.call(listRequests, { query: { view: 'open', urgency } }, manager)).body.items.length;
    const [row] = (await app.call(listRequests, { query: { view: 'open' } }, manager)).body.items;
    const sla = slaOf(slaInputOfRow(row), figures.today as CivilDate);
    return {
      today: figures.today,
      counted: [figures.answerToday, figures.dueToday, figures.overdue],
      listed: [await listed('answer_today'), await listed('due_today'), await listed('overdue')],
      badge: [answerToday(sla), dueToday(sla), isOverdue(sla)].map(Number),
      version: (await desk.row(id)).version,
    };
  }

  it('what was due today is overdue, in figures, filters and badge alike', async () => {
    const [today, tomorrow] = [
      [1, 1, 0],
      [0, 0, 1],
    ];
    expect(await said(BEFORE)).toEqual({
      today: '2026-12-10',
      counted: today,
      listed: today,
      badge: today,
      version: 1,
    });
    expect(await said(AFTER)).toEqual({
      today: '2026-12-11',
      counted: tomorrow,
      listed: tomorrow,
      badge: tomorrow,
      version: 1,
    });
  });

  it('what arrives two seconds later has another day of receipt, and one day more', async () => {
    const site = await newSite(app);
    const arrivedAt = async (now: string) => {
      app.clock.set(now);
      const { body } = await deliver(app, site);
      return [body.receivedOn, body.dueOn];
    };
    expect(await arrivedAt(BEFORE)).toEqual(['2026-12-10', '2027-01-09']);
    expect(await arrivedAt(AFTER)).toEqual(['2026-12-11', '2027-01-10']);
  });
});
