/**
 * Removes destroyed data from the files of the embedded database. A deleted row stays in its table's file and in the
 * WAL until both are rewritten; on a database server, autovacuum and WAL recycling do that in time.
 */
import { type Kysely, sql } from 'kysely';
import type { Database } from './database.ts';
import type { Tables } from './schema.ts';

const BUDGET_MS = 10 * 60_000;
/** Upper bound of the loop: only a few segments are kept for reuse, so more turns mean that none is removed. */
const MOST_SEGMENTS = 16;

/**
 * Rewrites the wrapped keys and the keyed indexes; the other deleted rows are ciphertext whose key is gone. All other
 * callers wait meanwhile.
 */
export function scrubEmbedded(owner: Database): Promise<void> {
  return owner.session(
    async (session) => {
      await sql`vacuum full vault.subject_key`.execute(session);
      await sql`vacuum full identifier`.execute(session);
      // pg_statistic holds sample values, and ANALYZE of an empty table keeps the old ones, so they are deleted first.
      await sql`delete from pg_catalog.pg_statistic where starelid = 'identifier'::regclass`.execute(session);
      await sql`analyze identifier`.execute(session);
      await sql`vacuum full pg_catalog.pg_statistic`.execute(session);
      await dropOldLog(session);
    },
    { budgetMs: BUDGET_MS },
  );
}

/**
 * Switches to a new WAL segment and removes all earlier ones. wal_recycle is off, else they are renamed with their
 * bytes.
 */
async function dropOldLog(session: Kysely<Tables>): Promise<void> {
  await sql`set wal_recycle = off`.execute(session);
  try {
    await sql`checkpoint`.execute(session);
    for (let turn = 0; turn < MOST_SEGMENTS; turn += 1) {
      // Segments renamed earlier for reuse hold old bytes too, so switch through each of them until a new one is made.
      const ahead = await segmentsAhead(session);
      await sql`select pg_switch_wal()`.execute(session);
      await sql`checkpoint`.execute(session);
      if (ahead === 0) return;
    }
  } finally {
    await sql`reset wal_recycle`.execute(session);
  }
}

async function segmentsAhead(session: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ ahead: number }>`
    select count(*) as ahead from pg_ls_waldir()
    where name ~ '^[0-9A-F]{24}$' and name > pg_walfile_name(pg_current_wal_insert_lsn())`.execute(session);
  return rows[0]?.ahead ?? 0;
}
