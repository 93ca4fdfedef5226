/**
 * Opens and ends sessions. Every sign-in makes a new token, so a token planted before it is useless (session fixation).
 */
import type { Role } from '#domain/access/roles.ts';
import { SESSION_LIMITS } from '#domain/access/session-limits.ts';
import { gone } from '#server/db/affecting.ts';
import type { Caller, Ports, Tx } from '#server/deps.ts';
import { markOf } from '#server/http/who.ts';
import { newToken } from './tokens.ts';

export type SignInMethod = 'password' | 'persona' | 'link';
export type OpenedSession = { token: string; endsAt: Temporal.Instant; caller: Caller };

type Env = { tx: Tx; ports: Pick<Ports, 'vault'>; now: Temporal.Instant };
export type Holder = { id: string; name: string; roles: readonly Role[] };

/** Opens a session and ends the one the caller had before (`former`), even if it was another person's. */
export async function openSession(
  { tx, ports: { vault }, now }: Env,
  person: Holder,
  how: SignInMethod,
  former: string | null,
): Promise<OpenedSession> {
  if (former !== null) await endSession({ tx, vault }, former);
  const { token, hash } = newToken(vault);
  const endsAt = now.add({ seconds: SESSION_LIMITS.absoluteSeconds });
  await tx
    .insertInto('session')
    .values({
      id_hash: hash,
      person_id: person.id,
      authenticated: how,
      created_at: now.toString(),
      seen_at: now.toString(),
      ends_at: endsAt.toString(),
    })
    .execute();
  await tx.updateTable('person').set({ last_seen_at: now.toString() }).where('id', '=', person.id).execute();
  const session = { mark: markOf(hash), authenticated: how };
  return { token, endsAt, caller: { kind: 'person', ...person, session } };
}

export async function endSession(
  { tx, vault }: { tx: Tx; vault: Ports['vault'] },
  token: string,
): Promise<void> {
  const hash = vault.hashToken(token);
  await tx.deleteFrom('session').where('id_hash', '=', hash).execute();
  await gone(tx.selectFrom('session').select('id_hash').where('id_hash', '=', hash));
}

/** Ends a person's sessions but the one of `token`, after a new password; returns how many there were. */
export async function endOtherSessions(
  { tx, vault }: { tx: Tx; vault: Ports['vault'] },
  personId: string,
  token: string | null,
): Promise<number> {
  const all = tx.deleteFrom('session').where('person_id', '=', personId);
  const others = token === null ? all : all.where('id_hash', '!=', vault.hashToken(token));
  return Number((await others.executeTakeFirst()).numDeletedRows);
}

/** Ends every session of a person; their event streams end within a second. Returns how many there were. */
export async function endSessionsOf(tx: Tx, personId: string): Promise<number> {
  const ended = await tx.deleteFrom('session').where('person_id', '=', personId).executeTakeFirst();
  await gone(tx.selectFrom('session').select('id_hash').where('person_id', '=', personId));
  return Number(ended.numDeletedRows);
}
