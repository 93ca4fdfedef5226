/**
 * Seals everything that is committed, signs it and brings the projections up to it, as the sealer does while a server
 * runs.
 */
import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { vi } from 'vitest';
import { logKeyOf } from '#server/audit/seal/log-key.ts';
import { projectStep } from '#server/audit/seal/project.ts';
import { sealStep } from '#server/audit/seal/seal.ts';
import { signCommitted } from '#server/audit/seal/sign.ts';
import type { Database } from '#server/db/database.ts';
import type { TestApp } from './app-harness.ts';

const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer');

/** Seals committed events into one checkpoint, at most as many as one step takes. */
export async function sealWholeLog({ db, deps }: TestApp): Promise<void> {
  await untilBehindHorizon(db);
  await untilSealed(db, () =>
    sealStep({ db, now: deps.now(), newId: deps.newId, vault: deps.vault, sha256 }),
  );
  await signCommitted(db, await logKeyOf(deps.vault), deps.now());
  while (await projectStep(db));
}

/**
 * Runs `round` until every committed event is sealed. One round need not be enough: a transaction of another suite on the
 * same cluster holds the sealing horizon back for as long as it is open.
 */
export async function untilSealed(db: Database, round: () => Promise<unknown>): Promise<void> {
  await untilNone(
    db,
    'select from audit_event e where not exists (select from audit_leaf l where l.event_id = e.id)',
    round,
  );
}

/** Resolves when no transaction older than an event of the log is open. */
export async function untilBehindHorizon(db: Database): Promise<void> {
  await untilNone(
    db,
    `select from audit_event
     where epoch = (select max(epoch) from audit_epoch) and xid >= pg_snapshot_xmin(pg_current_snapshot())`,
  );
}

async function untilNone(db: Database, rowsLeft: string, round?: () => Promise<unknown>): Promise<void> {
  const exists = sql<{ left: boolean }>`select exists (${sql.raw(rowsLeft)}) as left`;
  await vi.waitUntil(
    async () => {
      await round?.();
      const { rows } = await exists.execute(db.kysely);
      return rows[0]?.left === false;
    },
    { timeout: 60_000, interval: 20 },
  );
}
