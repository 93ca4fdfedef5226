/** Checks in one statement which sessions are still valid, because a stream must not outlive its session. */
import type { Actor } from '#domain/access/conditions.ts';
import { SESSION_LIMITS } from '#domain/access/session-limits.ts';
import { civilDateAt } from '#domain/time/civil.ts';
import type { Database } from '#server/db/database.ts';

/**
 * The actors of the valid sessions by `sessionKey`; validity follows the same
 * rules as for any other call (http/who.ts).
 */
export async function standingSessions(
  db: Database,
  idHashes: readonly Uint8Array[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<string, Actor>> {
  if (idHashes.length === 0) return new Map();
  const rows = await db.kysely
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select(['session.id_hash', 'person.id', 'person.roles', 'person.ends_on'])
    .where('session.id_hash', 'in', idHashes)
    .where('session.ends_at', '>', now.toString())
    .where('session.seen_at', '>', now.subtract({ seconds: SESSION_LIMITS.idleSeconds }).toString())
    .where('person.disabled_at', 'is', null)
    .execute();
  const today = civilDateAt(now);
  return new Map(
    rows
      .filter(({ ends_on }) => ends_on === null || ends_on >= today)
      .map(({ id_hash, id, roles }) => [sessionKey(id_hash), { id, roles }]),
  );
}

/** The hash as a string, because a Map compares byte arrays by identity. */
export function sessionKey(idHash: Uint8Array): string {
  return idHash.join();
}
