/** The jobs every installation has: forgetting what is over, and a sign of life in the log. */
import { sql } from 'kysely';
import { SESSION_LIMITS } from '#domain/access/session-limits.ts';
import type { Tx } from '#server/deps.ts';
import { forgetOldWindows } from '#server/http/rate.ts';
import { every, type Job } from '#server/jobs/runner.ts';

/** Keys are promised for a day; one more covers a client that retries over midnight. */
const KEYS_KEPT = { hours: 48 };
const LINKS_KEPT = { hours: 24 * 30 };
const ATTEMPTS_KEPT = { hours: 24 };

export const purge: Job = {
  name: 'purge',
  next: every(60),
  leaseMinutes: 5,
  run: async ({ db, now }) => {
    const at = now();
    const counts = await db.transaction(async (tx) => {
      await forgetOldWindows(tx, at);
      return {
        sessions: await endedSessions(tx, at),
        links: await removed(
          tx.deleteFrom('link').where('expires_at', '<', at.subtract(LINKS_KEPT).toString()),
        ),
        keys: await removed(tx.deleteFrom('idempotency').where('at', '<', at.subtract(KEYS_KEPT).toString())),
        attempts: await removed(
          tx.deleteFrom('attempt').where('seen_at', '<', at.subtract(ATTEMPTS_KEPT).toString()),
        ),
      };
    });
    return Object.values(counts).some((count) => count > 0) ? { data: counts } : null;
  },
};

/** An hour without one is an hour in which the log was not written, or was cut. */
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

function endedSessions(tx: Tx, now: Temporal.Instant): Promise<number> {
  const idleSince = now.subtract({ seconds: SESSION_LIMITS.idleSeconds }).toString();
  return removed(
    tx
      .deleteFrom('session')
      .where((eb) => eb.or([eb('ends_at', '<=', now.toString()), eb('seen_at', '<=', idleSince)])),
  );
}

async function removed(query: {
  executeTakeFirst(): Promise<{ numDeletedRows: bigint } | undefined>;
}): Promise<number> {
  return Number((await query.executeTakeFirst())?.numDeletedRows ?? 0);
}
