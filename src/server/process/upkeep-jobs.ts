/** Hourly upkeep of an installation: deleting expired rows, and a heartbeat in the log. */
import { sql } from 'kysely';
import { SESSION_LIMITS } from '#domain/access/session-limits.ts';
import type { Tx } from '#server/deps.ts';
import { forgetOldWindows } from '#server/http/rate.ts';
import { every, type Job } from '#server/jobs/runner.ts';

/** Clients may rely on an idempotency key for a day; one more day covers a client that retries over midnight. */
const KEYS_KEPT = { hours: 48 };
const LINKS_KEPT = { hours: 24 * 30 };
const ATTEMPTS_KEPT = { hours: 24 };
/** The versions of drafts that were sent: long after any late save of the text that was sent. */
const DRAFTS_KEPT = { hours: 24 * 90 };

/** Deletes expired sessions, links, idempotency keys, failed attempts, windows of rates and versions of sent drafts. */
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
        drafts: await removed(
          tx
            .deleteFrom('draft')
            .where('saved_at', '<', at.subtract(DRAFTS_KEPT).toString())
            .where(sql<boolean>`octet_length(sealed) = 0`),
        ),
      };
    });
    return Object.values(counts).some((count) => count > 0) ? { data: counts } : null;
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
