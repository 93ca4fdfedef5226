/** Every route leaves its declared event in the transaction of what it did; where the log cannot be written, nothing is answered. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Endpoint } from '#contract/endpoint.ts';
import { ENDPOINTS, type EndpointId } from '#contract/index.ts';
import { actionRow } from '#domain/access/actions.ts';
import { AUDIT_EVENTS, UNRECORDED } from '#domain/audit/events.ts';
import { ROUTES } from '#server/routes.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { testApp } from '#tests/server/app-harness.ts';
import { callSample, jsonEndpointIds, send, somebodyAllowed } from './allowed-callers.ts';
import { newStage, type Stage, sceneFor } from './scene.ts';

/** Valid samples that are nevertheless refused, because a stranger's secrets are not ours to know. */
const REFUSED_SAMPLES: readonly EndpointId[] = ['signIn', 'inspectLink', 'acceptLink'];
/** Need mail to be configured, a proposal of the right kind or an invitation still open: covered beside their handlers. */
const NEED_MORE: readonly EndpointId[] = [
  'answerRequest',
  'enableStaff',
  'revokeInvitation',
  'approveDecision',
];

it('has a route for every endpoint of the contract, and an event for every route', () => {
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

  it.each(jsonEndpointIds.filter((id) => !REFUSED_SAMPLES.includes(id) && !NEED_MORE.includes(id)))(
    '%s writes its own event once',
    async (id) => {
      const endpoint: Endpoint = ENDPOINTS[id];
      const { person, type } = somebodyAllowed(await stage(), id);
      const { answer } = await callSample(await stage(), id, person, type);
      expect([200, 201], answer.raw.slice(0, 400)).toContain(answer.status);
      const { event } = actionRow(endpoint.action);
      const written = await eventsOf(answer.headers.get('x-request-id') ?? '');
      const own = written.filter((code) => code === AUDIT_EVENTS[event].code);
      expect(own).toHaveLength(UNRECORDED.includes(event) || endpoint.id === 'touchSession' ? 0 : 1);
    },
  );

  it('stays silent and says 503 on every route while the log is gone', async () => {
    const ready = await stage();
    const recorded = jsonEndpointIds.filter(
      (id) => !UNRECORDED.includes(actionRow(ENDPOINTS[id].action).event) && !REFUSED_SAMPLES.includes(id),
    );
    const scenes = [];
    for (const id of recorded) {
      const { person, type } = somebodyAllowed(ready, id);
      const caller = person && { ...person, token: await ready.app.signIn(person) };
      scenes.push({
        id,
        scene: await sceneFor(ready, caller, { type, status: 'in_progress', assigned: true }),
      });
    }
    await sql`alter table audit_event rename to audit_event_gone`.execute(current().superuser.kysely);
    try {
      for (const { id, scene } of scenes) {
        const answer = await send(id, scene);
        const bytes = answer.raw;
        expect(
          [answer.status >= 400 && answer.status < 500 ? 503 : answer.status, id],
          bytes.slice(0, 200),
        ).toEqual([503, id]);
        expect(
          scene.target.canaries.filter(({ value }) => bytes.includes(value)),
          id,
        ).toEqual([]);
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
