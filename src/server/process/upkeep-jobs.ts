/** Hourly upkeep of an installation: deleting expired rows, and a heartbeat in the log. */
import { sql } from 'kysely';
import { bySystem } from '#server/audit/record/record.ts';
import { PURGES, type Purge } from '#server/db/retention.ts';
import type { Tx } from '#server/deps.ts';
import { recordTallies } from '#server/http/tally.ts';
import { every, type Job } from '#server/jobs/runner.ts';

/**
 * Deletes the rows that have passed their end: sessions, links, idempotency keys, counters, letters and
 * drafts sent long ago.
 */
export const purge: Job = {
  name: 'purge',
  next: every(60),
  leaseMinutes: 5,
  run: async ({ db, now }) => {
    const at = now();
    const deleted: Record<string, number> = {};
    // A transaction for each table, so that no lock is held longer than its own deletion takes.
    for (const [table, rule] of PURGES) {
      const count = await db.transaction((tx) => purged(tx, table, rule, at));
      if (count > 0) deleted[table] = count;
    }
    return Object.keys(deleted).length > 0 ? { data: deleted } : null;
  },
};

/** Records what the last minute's refusals were counted as. */
export const tallies: Job = {
  name: 'tallies',
  next: every(1),
  leaseMinutes: 2,
  run: async (deps) => {
    const now = deps.now();
    await deps.db.transaction((tx) =>
      recordTallies({ tx, ports: deps, now }, bySystem(deps, now, 'JOB', 'tallies')),
    );
    return null;
  },
};

/** An hour without a heartbeat shows that the log was not written or that events were removed. */
export const heartbeat: Job = {
  name: 'heartbeat',
  next: every(60),
  leaseMinutes: 2,
  run: async ({ db }) => {
    const { rows } = await sql<{
      last: number | null;
    }>`select max(seq)::int as last from audit_event`.execute(db.kysely);
    return { event: 'log.heartbeat', data: { last: rows[0]?.last ?? 0 } };
  },
};

async function purged(
  tx: Tx,
  table: string,
  { after, ahead, only }: Purge,
  now: Temporal.Instant,
): Promise<number> {
  const ended = Object.entries(after).flatMap(([column, hours]) => {
    const before = now.subtract({ seconds: Math.round(hours * 3600) }).toString();
    const past = sql`${sql.ref(column)} < ${before}::timestamptz`;
    if (ahead === undefined) return [past];
    return [past, sql`${sql.ref(column)} > ${now.add({ hours: ahead }).toString()}::timestamptz`];
  });
  const within = only === undefined ? sql`` : sql` and ${sql.raw(only)}`;
  const { numAffectedRows } =
    await sql`delete from ${sql.table(table)} where (${sql.join(ended, sql` or `)})${within}`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}
