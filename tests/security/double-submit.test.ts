/**
 * A call repeated, sent twenty times at once, or based on a stale version has one effect; the others are refused
 * clearly.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '#contract/endpoint.ts';
import { ENDPOINTS, type EndpointId } from '#contract/index.ts';
import { allowedCall, answeredIds, type Ready, send } from '#tests/access/ready-call.ts';
import { newStage, type Stage } from '#tests/access/scene.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type Answer, testApp } from '#tests/server/app-harness.ts';
import { deskOf } from '#tests/server/desk.ts';

const TIMES = 20;
const endpointOf = (id: EndpointId): Endpoint => ENDPOINTS[id];
const KEYED = answeredIds.filter((id) => endpointOf(id).idempotency === 'ref');
const VERSIONED = answeredIds.filter((id) => endpointOf(id).precondition);

describeEachDatabase('asked for twice', (current) => {
  let stage: Stage;
  beforeAll(async () => {
    const app = await testApp(current().db);
    stage = await newStage(app);
  });

  /** Sends the call again, with parts of it replaced. */
  const ask = (call: Ready, more: object = {}, headers: Record<string, string> = {}) =>
    send({ ...call, sample: { ...call.sample, ...more, headers } });

  describe.each(KEYED)(`%s with one key, ${TIMES} times at once`, (id) => {
    it('has one effect; whoever comes meanwhile is told so, another body is refused', async () => {
      const call = await allowedCall(stage, id);
      const key = { 'idempotency-key': crypto.randomUUID() };
      const before = await effects();
      const answers = await Promise.all(Array.from({ length: TIMES }, () => ask(call, {}, key)));
      expect(answers.filter(({ status }) => ![201, 409].includes(status))).toEqual([]);
      expect(answers.filter(({ status }) => status === 409).map(({ body }) => body.code)).toEqual(
        answers.filter(({ status }) => status === 409).map(() => 'in_flight'),
      );
      expect(count(answers, 201)).toBeGreaterThanOrEqual(1);
      const late = await ask(call, {}, key);
      expect(late.status).toBe(201);
      expect((await effects()) - before).toBe(1);
      const body = { ...Object(call.sample.body), [TEXT_OF[id] ?? '']: 'Басқа сөз' };
      const other = await ask(call, { body }, key);
      expect([other.status, other.body.code]).toEqual([422, 'idempotency_mismatch']);
      expect((await effects()) - before).toBe(1);
    });
  });

  it('keys are a person’s own: the same key of a colleague is another key', async () => {
    const key = { 'idempotency-key': crypto.randomUUID() };
    const before = await effects();
    for (const person of [stage.app.people.support, stage.app.people.second_support]) {
      const call = await allowedCall(stage, 'registerRequest');
      const theirs = { ...call, scene: { ...call.scene, caller: person } };
      expect((await ask(theirs, {}, key)).status).toBe(201);
    }
    expect((await effects()) - before).toBe(2);
  });

  it.each(VERSIONED)(
    '%s wants the version that stands: none 428, an old one 412, and nothing is changed',
    async (id) => {
      const call = await allowedCall(stage, id);
      // Once before counting, because a refused save may lay down the row of a setting that was never saved.
      await ask(call, { version: 999 });
      const before = await versionsAndEvents(call);
      const without = await ask(call, { version: undefined });
      expect([without.status, without.body.code]).toEqual([428, 'precondition_required']);
      const stale = await ask(call, { version: 999 });
      expect([stale.status, stale.body.code]).toEqual([412, 'stale_version']);
      expect(await versionsAndEvents(call)).toEqual(before);
    },
  );

  it(`of ${TIMES} approvals at once by two officers exactly one happens`, async () => {
    const { app } = stage;
    const { privacy_officer, second_officer } = app.people;
    const third = await app.person(['privacy_officer']);
    const desk = deskOf(app);
    const id = await desk.request('deletion');
    const proposal = { outcome: 'fulfilled', grounds: [], evidence: 'Деректер табылды, жою керек' };
    await desk.act(ENDPOINTS.proposeDecision, id, privacy_officer, proposal);
    const { version, reference } = await desk.row(id);
    const answers = await Promise.all(
      Array.from({ length: TIMES }, (_, n) =>
        desk.act(ENDPOINTS.approveDecision, id, n % 2 ? second_officer : third, { reference }, version),
      ),
    );
    expect(count(answers, 200)).toBe(1);
    expect(count(answers, 412)).toBe(TIMES - 1);
    expect((await desk.row(id)).version).toBe(version + 1);
    const approvals = (await desk.events(id)).filter(({ event }) => event === 'decision.approved');
    expect(approvals).toHaveLength(1);
    const decisions = await app.db.kysely
      .selectFrom('decision')
      .select('approved_by')
      .where('request_id', '=', id)
      .execute();
    expect(decisions).toEqual([{ approved_by: approvals[0]?.actor }]);
  });

  /** The number of requests and notes, which are what endpoints with an idempotency key create. */
  async function effects(): Promise<number> {
    const { kysely } = current().db;
    const rows = await Promise.all(
      (['request', 'note'] as const).map((table) =>
        kysely
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<number>().as('n'))
          .where(table === 'request' ? 'recorded_by' : 'author_id', 'is not', null)
          .executeTakeFirstOrThrow(),
      ),
    );
    return rows.reduce((sum, { n }) => sum + Number(n), 0);
  }

  async function versionsAndEvents({ sample: { params = {} } }: Ready) {
    const { kysely } = current().db;
    const { id = crypto.randomUUID() } = params;
    return {
      request: await kysely.selectFrom('request').select('version').where('id', '=', id).execute(),
      staff: await kysely.selectFrom('person').select('version').where('id', '=', id).execute(),
      settings: await kysely.selectFrom('setting').select(['key', 'version']).orderBy('key').execute(),
    };
  }
});

/** The field in which the other body differs. */
const TEXT_OF: Partial<Record<EndpointId, string>> = {
  registerRequest: 'message',
  addNote: 'text',
  addCallNote: 'text',
};

const count = (answers: readonly Answer[], status: number) =>
  answers.filter((answer) => answer.status === status).length;
