/**
 * Fetches leaf hashes and restore events from the server. The server logs each call, so callers ask for large pages.
 */
import { getAuditEvent, listAuditEvents } from '#contract/audit.ts';
import { listAuditLeaves } from '#contract/audit-seal.ts';
import { AUDIT_EVENTS } from '#domain/audit/events.ts';
import { leafHash } from '#domain/audit/merkle.ts';
import { fromBase64 } from '#domain/bytes/base64.ts';
import { call } from '#web/api/call.ts';
import type { Restored } from './verify-leaves.ts';

/** Leaf hashes in a buffer of their own, so that it can be transferred to a worker. */
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

/** The events that say the database was restored; empty for a viewer who may not read them. */
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

/**
 * Hashes the body as received; the verifier compares this leaf with the tree, which is what makes the claim credible.
 */
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
