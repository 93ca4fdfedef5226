/** Sealing at process start: the proof a waiting caller gets, and what happens when the log was set back. */
import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { revealField } from '#contract/requests-read.ts';
import { changeStaff } from '#contract/staff.ts';
import { parseCheckpoint } from '#domain/audit/checkpoint.ts';
import { leafHash } from '#domain/audit/merkle.ts';
import { parseVerifierKey } from '#domain/audit/note-key.ts';
import { verifyTlogProof } from '#domain/audit/tlog-proof.ts';
import { createApp } from '#server/app.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { deliver, newSite } from '#tests/server/intake-client.ts';
import { sealWholeLog, untilSealed } from '#tests/server/seal-log.ts';
import { bySystem, record } from '../record/record.ts';
import { PROOF_HEADER } from './awaited-proof.ts';
import { acceptClock } from './clock-check.ts';
import { logKeys } from './log-keys.ts';
import type { CheckpointSink, Sealer } from './sealer.ts';
import type { SignedCheckpoint } from './sign.ts';
import { startSealing } from './start-sealing.ts';
import { webVerify } from './web-verify.ts';

const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer');

/** A sink in memory; while `broken`, it fails as a full volume does. */
function memorySink(): CheckpointSink & { kept: SignedCheckpoint[]; broken: boolean } {
  const sink = {
    kept: [] as SignedCheckpoint[],
    broken: false,
    newest: async (origin: string) =>
      sink.kept.findLast(({ note }) => parseCheckpoint(note).origin === origin)?.note ?? null,
    append: async (checkpoints: readonly SignedCheckpoint[]) => {
      if (sink.broken) throw new Error('ENOSPC: no space left on device');
      sink.kept.push(...checkpoints);
    },
  };
  return sink;
}

describeEachDatabase('a process that seals', (current) => {
  let app: TestApp;
  let reference: string;
  let sealer: Sealer | null = null;

  beforeAll(async () => {
    app = await testApp(current().db);
    const site = await newSite(app);
    const { body } = await deliver(app, site, { body: { message: 'Сұрағым бар', phone: '+77015550142' } });
    reference = body.reference;
  });
  afterEach(async () => {
    await sealer?.stop();
    sealer = null;
  });

  const started = async (sinks: readonly CheckpointSink[] = []): Promise<Sealer> => {
    sealer = await startSealing(app.deps, { sha256, sinks });
    return sealer;
  };
  /** A process that comes, seals all there is and ends. What stop() alone seals ends at the horizon of that moment. */
  const passing = async (sink: CheckpointSink): Promise<void> => {
    const { round, stop } = await started([sink]);
    await untilSealed(app.db, round);
    await stop();
    sealer = null;
  };
  /** As the answer waits for it, only without its limit of five seconds. */
  const sealing =
    ({ round }: Sealer) =>
    () =>
      untilSealed(app.db, round);
  const write = () =>
    app.db.transaction((tx) =>
      record(tx, [{ event: 'log.heartbeat' }], bySystem(app.deps, app.clock.now(), 'JOB', 'test')),
    );
  /** A reveal by the privacy officer, with `seal` as the application's way to seal. */
  const reveal = (seal: () => Promise<unknown>) =>
    createApp({ ...app.deps, seal }).request(revealField.path.replace('{id}', reference), {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: `sid=${app.people.privacy_officer.token}` },
      body: JSON.stringify({ field: 'phone', purpose: 'contact_applicant' }),
    });

  test('answers a reveal with the proof that it is in the log', async () => {
    const answer = await reveal(sealing(await started()));
    expect(answer.status).toBe(200);
    const proof = Buffer.from(answer.headers.get(PROOF_HEADER) ?? '', 'base64url').toString();
    const { body } = await app.db.kysely
      .selectFrom('audit_event')
      .select('body')
      .where('code', '=', 'PD010')
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    const keys = (await logKeys(app.db.kysely, app.deps.vault)).flatMap(
      (text) => parseVerifierKey(text) ?? [],
    );
    const leaf = leafHash(new TextEncoder().encode(body ?? ''));
    expect(await verifyTlogProof(proof, leaf, keys, webVerify)).toMatchObject({ ok: true });
  });

  test('answers a change of roles with a proof too, and other calls with none', async () => {
    const served = createApp({ ...app.deps, seal: sealing(await started()) });
    const { id } = app.people.support;
    const { version } = await app.db.kysely
      .selectFrom('person')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const headers = { 'content-type': 'application/json', cookie: `sid=${app.people.administrator.token}` };
    const changed = await served.request(changeStaff.path.replace('{id}', id), {
      method: 'PATCH',
      headers: { ...headers, 'if-match': `"r${version}"` },
      body: JSON.stringify({ roles: ['support', 'manager'] }),
    });
    expect([changed.status, (changed.headers.get(PROOF_HEADER) ?? '').length > 100]).toEqual([200, true]);
    const listed = await served.request('/api/staff', { headers });
    expect([listed.status, listed.headers.get(PROOF_HEADER)]).toEqual([200, null]);
  });

  test('answers “pending” and no error when sealing fails, because the event is committed', async () => {
    const answer = await reveal(() => Promise.reject(new Error('the database went away')));
    expect([answer.status, answer.headers.get(PROOF_HEADER)]).toEqual([200, 'pending']);
    expect((await answer.json()).value).toBe('+77015550142');
  });

  test('gives the proof even while the checkpoints’ volume is full, and publishes once there is room', async () => {
    const sink = memorySink();
    sink.broken = true;
    const running = await started([sink]);
    const answer = await reveal(sealing(running));
    expect([answer.status, (answer.headers.get(PROOF_HEADER) ?? '').length > 100]).toEqual([200, true]);
    expect(app.logLines.filter((line) => line.includes('cannot be published'))).toHaveLength(1);
    const probed = createApp({ ...app.deps, publishes: running.publishes });
    const said = async () => (await (await probed.request('/api/health/ready')).json()).checks.checkpoints;
    expect(await said()).toBe('not_written');
    sink.broken = false;
    await running.round();
    expect(sink.kept).toHaveLength(1);
    expect(await said()).toBe('written');
  });

  test('stops while the clock precedes the newest event, says so once, and goes on when the operator accepts it', async () => {
    const right = app.clock.now().toString();
    app.clock.advance({ hours: 24 * 400 });
    await write();
    app.clock.set(right);
    const running = await started();
    await write();
    expect(await running.round()).toEqual({ state: 'busy' });
    expect(running.state()).toBe('clock_behind');
    await running.round();
    expect(app.logLines.filter((line) => line.includes('the clock precedes'))).toHaveLength(1);
    const health = await createApp({ ...app.deps, sealing: running.state }).request('/api/health/ready');
    expect([health.status, (await health.json()).checks.clock]).toEqual([200, 'behind_the_log']);

    const accepted = await acceptClock(app.deps);
    expect(accepted?.ahead).toBe(
      Temporal.Instant.from(right)
        .add({ hours: 24 * 400 })
        .toString(),
    );
    expect(await acceptClock(app.deps)).toBeNull();
    await untilSealed(app.db, running.round);
    expect(running.state()).toBe('sealing');
    const { body } = await app.db.kysely
      .selectFrom('audit_event')
      .select('body')
      .where('code', '=', 'LG004')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(body ?? '{}').data).toEqual({ ahead: accepted?.ahead });
  });

  test('goes on under the same name where what was published is what it holds', async () => {
    const sink = memorySink();
    await write();
    await passing(sink);
    await write();
    await passing(sink);
    expect(sink.kept.length).toBeGreaterThan(1);
    expect(new Set(sink.kept.map(({ note }) => parseCheckpoint(note).origin)).size).toBe(1);
  });

  test('begins a new shard, and says so in the log, where more was published than it holds', async () => {
    const sink = memorySink();
    await write();
    await passing(sink);
    const last = parseCheckpoint(sink.kept.at(-1)?.note ?? '');
    const lost: SignedCheckpoint = {
      size: last.size + 40,
      note: (sink.kept.at(-1)?.note ?? '').replace(`\n${last.size}\n`, `\n${last.size + 40}\n`),
    };
    sink.kept.push(lost);
    await passing(sink);
    const newest = parseCheckpoint(sink.kept.at(-1)?.note ?? '');
    expect(newest.origin).not.toBe(last.origin);
    const restored = await app.db.kysely
      .selectFrom('audit_event')
      .select('body')
      .where('code', '=', 'LG002')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(restored.body ?? '{}').data).toMatchObject({
      published: last.size + 40,
      here: last.size,
    });
    const { rows } = await sql<{ origin: string }>`select origin from audit_shard order by shard`.execute(
      app.db.kysely,
    );
    expect(rows).toHaveLength(2);
    await sealWholeLog(app);
  });
});
