/**
 * Epochs of the log. Events are ordered by transaction id, but a dump restored into a new cluster counts those ids from
 * the beginning. Each cluster therefore has an epoch, which sorts before the transaction id. Only the owner role opens
 * one, because the number becomes a column default of `audit_event`.
 */
import { type Kysely, sql } from 'kysely';
import { DatabaseFault } from './faults.ts';
import type { Tables } from './schema.ts';

/**
 * True when the newest epoch belongs to another cluster than this one; false when the role may not read its identifier.
 */
export async function isAnotherCluster(on: Kysely<Tables>): Promise<boolean> {
  const here = await systemOf(on);
  const last = here === null ? null : await lastEpoch(on);
  return last !== null && last.system !== here;
}

/** Opens the next epoch when the newest belongs to another cluster, and the first when there is none. */
export async function openEpoch(owner: Kysely<Tables>, now: Temporal.Instant): Promise<void> {
  const { rows } = await sql<{
    known: boolean;
  }>`select to_regclass('audit_epoch') is not null as known`.execute(owner);
  if (!rows[0]?.known) return;
  const last = await lastEpoch(owner);
  const here = (await systemOf(owner)) ?? last?.system ?? 'unknown';
  if (last?.system === here) return;
  const epoch = (last?.epoch ?? 0) + 1;
  await owner.transaction().execute(async (tx) => {
    await tx.insertInto('audit_epoch').values({ epoch, system: here, began_at: now.toString() }).execute();
    await sql.raw(`alter table audit_event alter column epoch set default ${epoch}`).execute(tx);
  });
}

async function lastEpoch(on: Kysely<Tables>): Promise<{ epoch: number; system: string } | null> {
  const row = await on
    .selectFrom('audit_epoch')
    .select(['epoch', 'system'])
    .orderBy('epoch', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * The system identifier: set when a cluster is made and kept by its file copies; null when the role may not read it.
 */
async function systemOf(on: Kysely<Tables>): Promise<string | null> {
  try {
    const { rows } = await sql<{
      id: string;
    }>`select system_identifier::text as id from pg_control_system()`.execute(on);
    return rows[0]?.id ?? null;
  } catch (error) {
    if (error instanceof DatabaseFault && error.sqlState === '42501') return null;
    throw error;
  }
}
