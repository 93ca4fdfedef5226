/** One-time links for the first administrator, invitations and recovery. Only the hash of a token is stored. */
import type { LINK_KINDS } from '#contract/session.ts';
import { SESSION_LIMITS } from '#domain/access/session-limits.ts';
import { affecting } from '#server/db/affecting.ts';
import type { Ports, Tx } from '#server/deps.ts';
import { newToken, tokenHash } from './tokens.ts';

export type LinkKind = (typeof LINK_KINDS)[number];
export type MadeLink = { id: string; link: string; validUntil: Temporal.Instant };

type Env = { tx: Tx; ports: Pick<Ports, 'vault' | 'newId' | 'config'>; now: Temporal.Instant };

/**
 * Makes a link and revokes the person's earlier ones of that kind. One made at the console (`createdBy` null) expires
 * within minutes, because it is used at once.
 */
export async function makeLink(
  { tx, ports, now }: Env,
  kind: LinkKind,
  personId: string | null,
  createdBy: string | null,
  { unconfirmed = false } = {},
): Promise<MadeLink> {
  await revokeLinks(tx, kind, personId, now);
  const { token, hash } = newToken(ports.vault);
  const validUntil = now.add(
    createdBy === null ? { minutes: SESSION_LIMITS.firstLinkMinutes } : { hours: SESSION_LIMITS.linkHours },
  );
  const id = ports.newId();
  await tx
    .insertInto('link')
    .values({
      id,
      person_id: personId,
      kind,
      token_hash: hash,
      expires_at: validUntil.toString(),
      used_at: null,
      revoked_at: null,
      created_at: now.toString(),
      created_by: createdBy,
      unconfirmed,
    })
    .execute();
  // The token is in the fragment, so that no server or proxy logs it.
  return { id, link: `${ports.config.origin}/link#${token}`, validUntil };
}

/** Revokes the unused links of a kind; returns how many there were. */
export async function revokeLinks(
  tx: Tx,
  kind: LinkKind,
  personId: string | null,
  now: Temporal.Instant,
): Promise<number> {
  const revoked = await tx
    .updateTable('link')
    .set({ revoked_at: now.toString() })
    .where('kind', '=', kind)
    .where('person_id', personId === null ? 'is' : '=', personId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(revoked.numUpdatedRows);
}

/** Revokes the unused links that a person made, of whatever kind: they carry the rights that this person no longer has. */
export async function revokeLinksMadeBy(tx: Tx, personId: string, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('link')
    .set({ revoked_at: now.toString() })
    .where('created_by', '=', personId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
}

export type OpenLink = {
  id: string;
  kind: LinkKind;
  person_id: string | null;
  expires_at: string;
  name: string | null;
  email: string | null;
};

/** Finds the valid link of a token, or null; `lock` locks its row, so that it is used only once. */
export async function findLink(
  tx: Tx,
  vault: Ports['vault'],
  token: string,
  now: Temporal.Instant,
  lock = false,
): Promise<OpenLink | null> {
  const hash = tokenHash(vault, token);
  if (!hash) return null;
  const query = tx
    .selectFrom('link')
    .leftJoin('person', 'person.id', 'link.person_id')
    .select(['link.id', 'link.kind', 'link.person_id', 'link.expires_at', 'person.name', 'person.email'])
    .where('link.token_hash', '=', hash)
    .where('link.used_at', 'is', null)
    .where('link.revoked_at', 'is', null)
    .where('link.expires_at', '>', now.toString())
    .where('link.unconfirmed', '=', false)
    .where('person.disabled_at', 'is', null);
  return (await (lock ? query.forUpdate('link') : query).executeTakeFirst()) ?? null;
}

export async function markLinkUsed(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  await affecting(1, tx.updateTable('link').set({ used_at: now.toString() }).where('id', '=', id));
}
