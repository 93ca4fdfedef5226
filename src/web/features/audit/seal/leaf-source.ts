/** The entries' hashes and what is known of restores, as the server gives them. Every page is an entry in the log itself. */
import { getAuditEvent, listAuditEvents } from '#contract/audit.ts';
import { listAuditLeaves } from '#contract/audit-seal.ts';
import { AUDIT_EVENTS } from '#domain/audit/events.ts';
import { leafHash } from '#domain/audit/merkle.ts';
import { fromBase64 } from '#domain/bytes/base64.ts';
import { call } from '#web/api/call.ts';
import type { Restored } from './verify-leaves.ts';

/** Bytes that may be handed over to a worker. */
export async function leafBytes(
  from: number,
  limit: number,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const { hashes } = await call(listAuditLeaves, { query: { from, limit } }, { signal });
  const bytes = fromBase64(hashes);
  if (!bytes) throw new TypeError('the server gave leaves that are no base64');
  return bytes;
}

/** Entries that say the database was set back; who may read too little of the log finds none. */
export async function restoredClaims(signal: AbortSignal): Promise<readonly Restored[]> {
  const { items } = await call(listAuditEvents, { query: { event: 'log.restored', limit: 50 } }, { signal });
  const claims: Restored[] = [];
  for (const { id } of items) {
    const { body, seal } = await call(getAuditEvent, { params: { id } }, { signal });
    const claim = body === null || seal === null ? null : claimIn(body, seal.ix);
    if (claim) claims.push(claim);
  }
  return claims;
}

/** The body is hashed as it stands, so what it says can be believed as far as the tree can. */
function claimIn(body: string, ix: number): Restored | null {
  const said: unknown = JSON.parse(body);
  if (typeof said !== 'object' || said === null || !('at' in said && 'code' in said && 'data' in said))
    return null;
  const { at, code, data } = said;
  if (typeof at !== 'string' || code !== AUDIT_EVENTS['log.restored'].code) return null;
  if (typeof data !== 'object' || data === null || !('here' in data)) return null;
  if (typeof data.here !== 'number') return null;
  return { at, here: data.here, ix, leaf: leafHash(new TextEncoder().encode(body)) };
}
