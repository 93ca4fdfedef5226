/** Which of many sessions still stand, asked in one statement: streams live long and must not outlive their session. */
import type { Actor } from '#domain/access/conditions.ts';
import { SESSION_LIMITS } from '#domain/access/session-limits.ts';
import { civilDateAt } from '#domain/time/civil.ts';
import type { Database } from '#server/db/database.ts';

/** The actors behind the sessions that stand, by `sessionKey`; the same rules as for any other call. */
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

export function sessionKey(idHash: Uint8Array): string {
  return idHash.join();
}
