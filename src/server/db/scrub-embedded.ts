/**
 * Takes what was destroyed out of the files of the embedded database. A deleted row stays in its table's file and in the
 * log of changes until both are made anew; on a server, autovacuum and the turn of the log do the same in their own time.
 */
import { type Kysely, sql } from 'kysely';
import type { Database } from './database.ts';
import type { Tables } from './schema.ts';

const BUDGET_MS = 10 * 60_000;
/** Segments kept for use again are a few; more than this would mean that none goes away. */
const MOST_SEGMENTS = 16;

/** Wrapped keys and keyed indexes; the rest is ciphertext that no key opens any more. Everyone else waits meanwhile. */
export function scrubEmbedded(owner: Database): Promise<void> {
  return owner.session(
    async (session) => {
      await sql`vacuum full vault.subject_key`.execute(session);
      await sql`vacuum full identifier`.execute(session);
      // The catalogue keeps sample values of columns that are searched, and of an empty table those from before.
      await sql`delete from pg_catalog.pg_statistic where starelid = 'identifier'::regclass`.execute(session);
      await sql`analyze identifier`.execute(session);
      await sql`vacuum full pg_catalog.pg_statistic`.execute(session);
      await dropOldLog(session);
    },
    { budgetMs: BUDGET_MS },
  );
}

/** Ends the segment in use and removes all before it, instead of keeping them under a new name with their old bytes. */
async function dropOldLog(session: Kysely<Tables>): Promise<void> {
  await sql`set wal_recycle = off`.execute(session);
  try {
    await sql`checkpoint`.execute(session);
    for (let turn = 0; turn < MOST_SEGMENTS; turn += 1) {
      // Segments already renamed for later use hold old bytes too: each is entered, left and removed, until a new one is made.
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
