/** Finds the caller behind a session token and, if the endpoint says so, extends the session. */

import { CompiledQuery } from 'kysely';
import { SESSION_LIMITS } from '#domain/access/session-limits.ts';
import type { Tables } from '#server/db/schema.ts';
import type { Caller, Ports, Tx } from '#server/deps.ts';

/**
 * Returns the person if the account is active and the session neither idle nor expired; otherwise `nobody`. `touches`
 * extends the session, with at most one write per `touchEverySeconds`.
 */
export async function whoCalls(
  tx: Tx,
  { vault }: Pick<Ports, 'vault'>,
  token: string | null,
  now: Temporal.Instant,
  touches: boolean,
): Promise<Caller> {
  if (token === null) return { kind: 'nobody' };
  const idHash = vault.hashToken(token);
  const { rows } = await tx.executeQuery<Standing>(
    CompiledQuery.raw(STANDING, [
      idHash,
      now.toString(),
      now.subtract({ seconds: SESSION_LIMITS.idleSeconds }).toString(),
    ]),
  );
  const [row] = rows;
  if (
    !row ||
    (row.ends_on !== null &&
      row.ends_on < now.toZonedDateTimeISO(SESSION_LIMITS.zone).toPlainDate().toString())
  )
    return { kind: 'nobody' };
  if (
    touches &&
    Temporal.Instant.from(row.seen_at).until(now).total('seconds') > SESSION_LIMITS.touchEverySeconds
  ) {
    await tx.updateTable('session').set({ seen_at: now.toString() }).where('id_hash', '=', idHash).execute();
    await tx.updateTable('person').set({ last_seen_at: now.toString() }).where('id', '=', row.id).execute();
  }
  return {
    kind: 'person',
    id: row.id,
    name: row.name,
    roles: row.roles,
    session: { mark: markOf(idHash), authenticated: row.authenticated },
  };
}

type Standing = Pick<Tables['person'], 'id' | 'name' | 'roles' | 'ends_on'> &
  Pick<Tables['session'], 'authenticated' | 'seen_at'>;

/** SQL text rather than a query builder, because every call begins with this statement. */
const STANDING = `select p.id, p.name, p.roles, p.ends_on, s.authenticated, s.seen_at
  from session s join person p on p.id = s.person_id
  where s.id_hash = $1 and s.ends_at > $2 and s.seen_at > $3 and p.disabled_at is null`;

/** Eight hex digits that distinguish the sessions of a person in the log; too few to recover the hash. */
export function markOf(idHash: Uint8Array): string {
  return idHash.subarray(0, 4).toHex();
}
