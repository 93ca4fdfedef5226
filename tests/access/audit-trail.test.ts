/**
 * Every route writes its declared event in the transaction of its work; if the log cannot be written, it fails with
 * 503.
 */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Endpoint } from '#contract/endpoint.ts';
import { ENDPOINTS } from '#contract/index.ts';
import { actionRow } from '#domain/access/actions.ts';
import { AUDIT_EVENTS, UNRECORDED } from '#domain/audit/events.ts';
import { ROUTES } from '#server/routes.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { testApp } from '#tests/server/app-harness.ts';
import { allowedCall, answeredIds, type Ready, send } from './ready-call.ts';
import { newStage, type Stage } from './scene.ts';

it('there is a route for every endpoint of the contract, and an event for every route', () => {
  const served = new Set(ROUTES.map(({ endpoint }) => endpoint.id));
  expect(
    Object.values(ENDPOINTS)
      .map(({ id }) => id)
      .filter((id) => !served.has(id)),
  ).toEqual([]);
  expect(ROUTES.filter(({ endpoint }) => !(actionRow(endpoint.action).event in AUDIT_EVENTS))).toEqual([]);
});

describeEachDatabase('the log', (current) => {
  let ready: Promise<Stage> | undefined;
  const stage = () => (ready ??= testApp(current().db).then(newStage));

  it.each(answeredIds)('%s writes its own event once', async (id) => {
    const endpoint: Endpoint = ENDPOINTS[id];
    const answer = await send(await allowedCall(await stage(), id));
    expect(answer.status, answer.raw.slice(0, 400)).toBe(endpoint.status ?? 200);
    const { event } = actionRow(endpoint.action);
    const written = await eventsOf(answer.headers.get('x-request-id') ?? '');
    const own = written.filter((code) => code === AUDIT_EVENTS[event].code);
    expect(own).toHaveLength(UNRECORDED.includes(event) ? 0 : 1);
  });

  it('every route fails with 503 and returns no data while the log is missing', async () => {
    const recorded = answeredIds.filter((id) => !UNRECORDED.includes(actionRow(ENDPOINTS[id].action).event));
    // Prepared before the log is renamed, because preparing a call writes events too.
    const calls: Ready[] = [];
    for (const id of recorded) calls.push(await allowedCall(await stage(), id));
    await sql`alter table audit_event rename to audit_event_gone`.execute(current().superuser.kysely);
    try {
      for (const call of calls) {
        const { status, raw } = await send(call);
        expect([call.id, status], raw.slice(0, 200)).toEqual([call.id, 503]);
        expect([call.id, call.scene.target.canaries.filter(({ value }) => raw.includes(value))]).toEqual([
          call.id,
          [],
        ]);
      }
    } finally {
      await sql`alter table audit_event_gone rename to audit_event`.execute(current().superuser.kysely);
    }
  });

  async function eventsOf(requestId: string): Promise<readonly string[]> {
    const rows = await current()
      .db.kysely.selectFrom('audit_event')
      .select('code')
      .where('body', 'like', `%${requestId}%`)
      .execute();
    return rows.map(({ code }) => code);
  }
});
