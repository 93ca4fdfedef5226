/**
 * Sealing under load: sixteen writers that roll back every tenth transaction, one long transaction, two sealing
 * processes.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventRow, record } from '#server/audit/record/record.ts';
import type { Database } from '#server/db/database.ts';
import { openPostgres } from '#server/db/postgres.ts';
import { loadOrCreateKeyFile } from '#server/vault/key-file-node.ts';
import type { Vault } from '#server/vault/vault.ts';
import { nodeVault } from '#server/vault/vault-node.ts';
import { type OwnCluster, ownCluster } from './cluster.ts';
import { besides, clearAway, measured, newPlace, startProgram, timed } from './program.ts';

const WRITERS = 16;
const SECONDS = Number(process.env.SEAL_SECONDS ?? 60);
const HELD_SECONDS = SECONDS / 2;

afterAll(clearAway);

describe('the log under load', () => {
  let own: OwnCluster;
  beforeAll(async () => {
    own = await ownCluster();
  });
  afterAll(() => own?.remove());

  it(`takes every committed event of ${SECONDS} s once, in one order, and nothing of what was rolled back`, async () => {
    const first = await newPlace(own.env);
    const one = startProgram(first);
    await one.ready();
    const two = startProgram(await besides(first));
    await two.ready();
    const db = openPostgres({ url: own.env.DATABASE_URL, maxSessions: WRITERS + 2, idleTransactionMs: 0 });
    const { ring } = loadOrCreateKeyFile({ path: first.keyFile, dataExists: true, dataDirectory: null });
    const vault = nodeVault(ring);
    const over = new AbortController();
    setTimeout(() => over.abort(), SECONDS * 1_000);
    const written = { committed: 0, rolledBack: 0 };
    const held = hold(db, vault, HELD_SECONDS * 1_000);
    await Promise.all(
      Array.from({ length: WRITERS }, (_, at) => writer(db, at, over.signal, { vault, written })),
    );
    await held;
    const { ms: waitedMs } = await timed(() => sealedAll(own.superuser()));
    const { rows } = await sql<{
      events: number;
      leaves: number;
      last: number;
      strays: number;
      doubled: number;
    }>`
      select (select count(*) from audit_event) as events, count(*) as leaves, max(ix) + 1 as last,
        (select count(*) from audit_event e where object_ref like 'undone%') as strays,
        (select count(*) from (select size from audit_checkpoint group by size having count(*) > 1) d) as doubled
      from audit_leaf`.execute(own.superuser().kysely);
    await db.close();
    const [figures] = rows;
    measured(
      `${written.committed} committed, ${written.rolledBack} rolled back; ${figures?.leaves} leaves, all sealed ${Math.round(waitedMs)} ms after the last`,
    );
    expect(figures?.leaves).toBe(figures?.events);
    expect(figures?.last).toBe(figures?.leaves);
    expect([figures?.strays, figures?.doubled]).toEqual([0, 0]);
    expect(written.rolledBack).toBeGreaterThan(written.committed / 20);
  });
});

async function writer(
  db: Database,
  at: number,
  over: AbortSignal,
  { vault, written }: { vault: Vault; written: { committed: number; rolledBack: number } },
) {
  for (let turn = 0; !over.aborted; turn += 1) {
    const undone = turn % 10 === 9;
    await db
      .transaction(async (tx) => {
        await record(
          tx,
          [
            {
              event: 'request.opened',
              object: { type: 'request', id: `${undone ? 'undone' : 'done'}-${at}-${turn}` },
            },
          ],
          around(vault),
        );
        await sql`select 1`.execute(tx);
        if (undone) {
          // Events of `record` are sent together with COMMIT, so a row is inserted here for the rollback to undo.
          await sql`insert into audit_event (id, at, code, outcome, object_ref, body)
            values (${crypto.randomUUID()}, ${new Date().toISOString()}, 'RQ003', 'success', ${`undone-${at}`}, '{}')`.execute(
            tx,
          );
          throw new Error('undone');
        }
      })
      .then(
        () => {
          written.committed += 1;
        },
        () => {
          written.rolledBack += 1;
        },
      );
  }
}

/** An event inserted early and committed late: sealing must wait for it, and later events must not be lost. */
async function hold(db: Database, vault: Vault, ms: number): Promise<void> {
  await db.transaction(
    async (tx) => {
      // Not by `record`, whose insert is sent together with COMMIT.
      const { event } = eventRow(crypto.randomUUID(), { event: 'request.opened' }, around(vault));
      await tx.insertInto('audit_event').values(event).execute();
      await sleep(ms);
    },
    { budgetMs: ms + 10_000 },
  );
}

/** Resolves when no committed event is unsealed. */
async function sealedAll(db: Database): Promise<void> {
  const waiting = sql<{ waiting: number }>`
    select (select count(*) from audit_event) - (select count(*) from audit_leaf) as waiting`;
  const left = async () => (await waiting.execute(db.kysely)).rows[0]?.waiting;
  await expect.poll(left, { interval: 200, timeout: 60_000 }).toBe(0);
}

function around(vault: Vault) {
  return {
    caller: { kind: 'system' } as const,
    requestId: crypto.randomUUID(),
    method: 'TEST',
    route: 'load',
    at: Temporal.Now.instant(),
    newId: () => crypto.randomUUID(),
    vault,
  };
}
