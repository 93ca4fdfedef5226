import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { getAuditEvent } from '#contract/audit.ts';
import { getAuditSeal } from '#contract/audit-seal.ts';
import { growTree, isHash, leafHash } from '#domain/audit/merkle.ts';
import { parseNote, signNote } from '#domain/audit/note.ts';
import { parseVerifierKey, type VerifierKey } from '#domain/audit/note-key.ts';
import { inclusionPlan, verifyInclusion } from '#domain/audit/proof.ts';
import { verifyTlogProof } from '#domain/audit/tlog-proof.ts';
import { type Verdict, verifyLog } from '#domain/audit/verify-log.ts';
import { logKeyOf } from '#server/audit/seal/log-key.ts';
import type { Tx } from '#server/deps.ts';
import { describeEachDatabase, type TestDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { sealWholeLog, untilSealed } from '#tests/server/seal-log.ts';
import { record } from '../record/record.ts';
import { inclusionOf } from './inclusion.ts';
import { inclusionsOf } from './inclusions.ts';
import { logKeys } from './log-keys.ts';
import { logItems } from './log-source.ts';
import { type Sealed, sealStep } from './seal.ts';
import { newestSigned, signCommitted } from './sign.ts';
import { frontierAt, pathOf } from './tree-rows.ts';
import { webVerify } from './web-verify.ts';

const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer');

describeEachDatabase('sealing the log', (current) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp(current().db);
  });

  const seal = (limit?: number): Promise<Sealed> =>
    sealStep({
      db: app.db,
      now: app.clock.now(),
      newId: app.deps.newId,
      vault: app.deps.vault,
      sha256,
      ...(limit ? { limit } : {}),
    });
  const sign = async () => signCommitted(app.db, await logKeyOf(app.deps.vault), app.clock.now());
  const sealAll = () => sealWholeLog(app);
  /**
   * Seals in steps of `limit` until nothing is left; another suite's transaction on the same cluster may delay them.
   */
  const sealInSteps = async (limit: number): Promise<number> => {
    let steps = 0;
    await untilSealed(app.db, async () => {
      const sealed = await seal(limit);
      if (sealed.state === 'done' && sealed.added > 0) steps += 1;
    });
    return steps;
  };
  const write = (...objects: string[]) =>
    app.db.transaction((tx) =>
      record(
        tx,
        objects.map((id) => ({ event: 'request.opened', object: { type: 'request', id } })),
        {
          caller: { kind: 'system' },
          requestId: app.deps.newId(),
          method: 'GET',
          route: '/test',
          at: app.clock.now(),
          newId: app.deps.newId,
          vault: app.deps.vault,
        },
      ),
    );
  const keys = async (): Promise<VerifierKey[]> =>
    (await logKeys(app.db.kysely, app.deps.vault)).flatMap((text) => parseVerifierKey(text) ?? []);
  const verdict = async (): Promise<Verdict> =>
    verifyLog({ items: logItems(app.db.kysely), keys: await keys(), verify: webVerify, sha256 });

  beforeEach(async () => {
    app.clock.advance({ minutes: 1 });
  });

  test('takes every committed event once, whatever the size of its steps', async () => {
    await write(...Array.from({ length: 23 }, (_, at) => `a${at}`));
    const steps = await sealInSteps(5);
    expect(steps).toBeGreaterThan(4);
    const { rows } = await sql<{ events: number; leaves: number; last: number }>`
      select (select count(*) from audit_event) as events, count(*) as leaves, max(ix) as last from audit_leaf`.execute(
      app.db.kysely,
    );
    expect(rows[0]?.leaves).toBe(rows[0]?.events);
    expect(rows[0]?.last).toBe((rows[0]?.leaves ?? 0) - 1);
  });

  test('verifies what it sealed, to the last event', async () => {
    await write('b1', 'b2');
    await sealAll();
    const found = await verdict();
    expect(found).toMatchObject({ state: 'verified', findings: [], pruned: 0 });
    expect(found.signed?.size).toBe(found.size);
  });

  test('leaves a rolled back event out and goes on', async () => {
    await app.db
      .transaction(async (tx) => {
        await record(tx, [{ event: 'request.opened' }], {
          caller: { kind: 'system' },
          requestId: app.deps.newId(),
          method: 'GET',
          route: '/test',
          at: app.clock.now(),
          newId: app.deps.newId,
          vault: app.deps.vault,
        });
        await tx.selectFrom('request').select('id').execute();
        throw new Error('undone');
      })
      .catch(() => undefined);
    await write('c1');
    await sealAll();
    expect((await verdict()).state).toBe('verified');
  });

  test('signs the same text again after a crash between commit and signature', async () => {
    await write('d1');
    await sealInSteps(100);
    const first = (await sign()).signed.at(-1);
    const key = await logKeyOf(app.deps.vault);
    const kept = await newestSigned(app.db.kysely);
    expect(kept?.note).toBe(first?.note);
    const anew = await signNote(
      bodyOf(kept?.note ?? ''),
      (await keys())[0]?.name ?? '',
      key.publicKey,
      key.sign,
    );
    expect(anew).toBe(first?.note);
  });

  test('gives an opened event the proof that it is in the log', async () => {
    const [id = ''] = await write('e1');
    await sealAll();
    const { body } = await app.call(getAuditEvent, { params: { id } }, app.people.auditor);
    const leaf = leafHash(new TextEncoder().encode(body.body));
    const proven = await verifyTlogProof(body.seal.proof, leaf, await keys(), webVerify);
    expect(proven).toMatchObject({ ok: true, ix: body.seal.ix });
  });

  test('proves any event against any size, from the few nodes it keeps', async () => {
    await write(...Array.from({ length: 300 }, (_, at) => `p${at}`));
    await sealInSteps(70);
    const rows = await app.db.kysely.selectFrom('audit_leaf').select(['ix', 'leaf']).orderBy('ix').execute();
    const leaves = rows.map(({ leaf }) => leaf);
    expect(leaves.length).toBeGreaterThan(300);
    for (let size = 1; size <= leaves.length; size += 23) {
      const tree = growTree(0, []);
      for (const leaf of leaves.slice(0, size)) tree.append(leaf);
      const frontier = await app.db.transaction((tx) => frontierAt(tx, size));
      expect(frontier).toEqual(tree.frontier());
      for (const ix of new Set([0, size >> 1, size - 1])) {
        const path = await app.db.transaction((tx) => pathOf(tx, inclusionPlan(ix, size)));
        const leaf = leaves[ix] ?? new Uint8Array();
        expect(verifyInclusion({ leaf, ix, size, root: tree.root(), path: path.filter(isHash) })).toBe(true);
      }
    }
  });

  test('an event whose neighbouring leaves are missing is answered without a proof', async () => {
    const [id = ''] = await write('e2');
    await sealAll();
    const gone = `delete from audit_leaf where event_id <> '${id}'`;
    expect(
      await afterTampering(current(), gone, async (tx) => [
        await inclusionOf(tx, id),
        await inclusionsOf(tx, [id]),
      ]),
    ).toEqual([null, []]);
  });

  test('says how far it is sealed and how much waits', async () => {
    await sealAll();
    await write('f1', 'f2');
    const { body } = await app.call(getAuditSeal, {}, app.people.auditor);
    expect(body.pending).toBeGreaterThanOrEqual(2);
    expect(body.size).toBeGreaterThan(20);
    expect(parseVerifierKey(body.key)).not.toBeNull();
  });

  const TAMPERING: Readonly<Record<string, string>> = {
    'a changed text': `update audit_event set body = replace(body, '"success"', '"denied"') where id = $id`,
    'a changed column': `update audit_event set object_ref = 'elsewhere' where id = $id`,
    'a removed event': `delete from audit_event where id = $id`,
    'a changed leaf': `update audit_leaf set leaf = decode(repeat('00', 32), 'hex') where event_id = $id`,
    'a removed leaf': `delete from audit_leaf where event_id = $id`,
  };

  test.each(Object.entries(TAMPERING))('notices %s and names its place', async (_, statement) => {
    const [id = ''] = await write('g1');
    await write('g2');
    await sealAll();
    const leaf = await app.db.kysely
      .selectFrom('audit_leaf')
      .select('ix')
      .where('event_id', '=', id)
      .executeTakeFirstOrThrow();
    const known = await keys();
    const found = await afterTampering(current(), statement.replace('$id', `'${id}'`), (tx) =>
      verifyLog({ items: logItems(tx), keys: known, verify: webVerify, sha256 }),
    );
    expect(found.state).toBe('tampered');
    expect(found.findings[0]?.ix).toBe(leaf.ix);
  });
});

function bodyOf(note: string): string {
  const parsed = parseNote(note);
  return parsed.ok ? parsed.note.body : '';
}

/** Tampers as a superuser with the triggers turned off, verifies within that transaction, then rolls it back. */
async function afterTampering<T>(
  { superuser }: TestDatabase,
  statement: string,
  look: (tx: Tx) => Promise<T>,
): Promise<T> {
  let found: T | undefined;
  await superuser
    .transaction(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      await sql.raw(statement).execute(tx);
      found = await look(tx);
      throw new Error('undone');
    })
    .catch(() => undefined);
  if (!found) throw new Error(`could not be tried: ${statement}`);
  return found;
}
