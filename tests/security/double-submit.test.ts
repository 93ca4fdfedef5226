/** The same thing asked for twice, twenty times at once, or on what no longer stands: one effect, and a clear no to the rest. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '#contract/endpoint.ts';
import { ENDPOINTS, type EndpointId } from '#contract/index.ts';
import { fittingStatus, jsonEndpointIds, somebodyAllowed } from '#tests/access/allowed-callers.ts';
import { SAMPLES, type Scene } from '#tests/access/samples.ts';
import { newStage, type Stage, sceneFor } from '#tests/access/scene.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type Answer, testApp } from '#tests/server/app-harness.ts';
import { configureMail, deskOf } from '#tests/server/desk.ts';

const TIMES = 20;
const endpointOf = (id: EndpointId): Endpoint => ENDPOINTS[id];
const KEYED = jsonEndpointIds.filter((id) => endpointOf(id).idempotency === 'ref');
const VERSIONED = jsonEndpointIds.filter((id) => endpointOf(id).precondition);

describeEachDatabase('asked for twice', (current) => {
  let stage: Stage;
  beforeAll(async () => {
    const app = await testApp(current().db);
    await configureMail(app, 2525);
    stage = await newStage(app);
  });

  const sceneOf = async (id: EndpointId): Promise<Scene> => {
    const { person, type } = somebodyAllowed(stage, id);
    const caller = person && { ...person, token: await stage.app.signIn(person) };
    const assigned = id !== 'correctReceipt';
    return sceneFor(stage, caller, { type, status: fittingStatus(endpointOf(id)), assigned });
  };
  const ask = (id: EndpointId, scene: Scene, more: object = {}, headers: Record<string, string> = {}) => {
    const { headers: _, ...input } = SAMPLES[id](scene);
    return stage.app.call(endpointOf(id), { ...input, ...more } as never, scene.caller, { headers });
  };

  describe.each(KEYED)(`%s with one key, ${TIMES} times at once`, (id) => {
    it('has one effect; whoever comes meanwhile is told so, another body is refused', async () => {
      const scene = await sceneOf(id);
      const key = { 'idempotency-key': crypto.randomUUID() };
      const before = await effects();
      const answers = await Promise.all(Array.from({ length: TIMES }, () => ask(id, scene, {}, key)));
      expect(answers.filter(({ status }) => ![201, 409, 503].includes(status))).toEqual([]);
      expect(answers.filter(({ status }) => status === 409).map(({ body }) => body.code)).toEqual(
        answers.filter(({ status }) => status === 409).map(() => 'in_flight'),
      );
      expect(count(answers, 201)).toBeGreaterThanOrEqual(1);
      const late = await ask(id, scene, {}, key);
      expect(late.status).toBe(201);
      expect((await effects()) - before).toBe(1);
      const { body } = SAMPLES[id](scene);
      const other = await ask(
        id,
        scene,
        { body: { ...Object(body), [TEXT_OF[id] ?? '']: 'Басқа сөз' } },
        key,
      );
      expect([other.status, other.body.code]).toEqual([422, 'idempotency_mismatch']);
      expect((await effects()) - before).toBe(1);
    });
  });

  it('keys are a person’s own: the same key of a colleague is another key', async () => {
    const key = { 'idempotency-key': crypto.randomUUID() };
    const before = await effects();
    for (const person of [stage.app.people.support, stage.app.people.second_support]) {
      const scene = { ...(await sceneOf('registerRequest')), caller: person };
      expect((await ask('registerRequest', scene, {}, key)).status).toBe(201);
    }
    expect((await effects()) - before).toBe(2);
  });

  it.each(VERSIONED)(
    '%s wants the version that stands: none 428, an old one 412, and nothing is changed',
    async (id) => {
      const scene = await sceneOf(id);
      const before = await versionsAndEvents(scene);
      const without = await ask(id, scene, { version: undefined });
      expect([without.status, without.body.code]).toEqual([428, 'precondition_required']);
      const stale = await ask(id, scene, { version: 999 });
      expect([stale.status, stale.body.code]).toEqual([412, 'stale_version']);
      expect(await versionsAndEvents(scene)).toEqual(before);
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
    expect(answers.filter(({ status }) => ![200, 409, 412].includes(status))).toEqual([]);
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

  /** Requests and notes: what endpoints with a key create. */
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

  async function versionsAndEvents({ target, staff }: Scene) {
    const { kysely } = current().db;
    return {
      request: await kysely.selectFrom('request').select('version').where('id', '=', target.id).execute(),
      staff: await kysely.selectFrom('person').select('version').where('id', '=', staff.id).execute(),
      settings: await kysely.selectFrom('setting').select(['key', 'version']).orderBy('key').execute(),
    };
  }
});

/** The field that another body differs in. */
const TEXT_OF: Partial<Record<EndpointId, string>> = {
  registerRequest: 'message',
  addNote: 'text',
  addCallNote: 'text',
};

const count = (answers: readonly Answer[], status: number) =>
  answers.filter((answer) => answer.status === status).length;
