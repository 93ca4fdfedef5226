/**
 * Endpoints for the browser's verification: how far the log is sealed, the leaves from which it recomputes the root,
 * and the result it reports.
 */
import { getAuditSeal, listAuditLeaves, reportVerification } from '#contract/audit-seal.ts';
import { parseCheckpoint } from '#domain/audit/checkpoint.ts';
import { verifierKey } from '#domain/audit/note-key.ts';
import { toBase64 } from '#domain/bytes/base64.ts';
import { publicLogKey } from '#server/audit/seal/log-key.ts';
import { type Route, route } from '#server/http/serve.ts';
import { newestSigned } from '../seal/sign.ts';
import { unsealedEvents } from '../seal/unsealed-events.ts';

export const sealRoutes: readonly Route[] = [
  route(getAuditSeal, async ({ tx, now, ports }) => {
    const signed = await newestSigned(tx);
    const { count, oldest } = await unsealedEvents(tx, { size: signed?.size ?? 0, most: MOST_WAITING });
    return {
      body: {
        size: signed?.size ?? 0,
        signedAt: signed?.at ?? null,
        note: signed?.note ?? null,
        key: signed && verifierKey(parseCheckpoint(signed.note).origin, await publicLogKey(ports.vault)),
        pending: count,
        oldestPendingMs: oldest === null ? 0 : Math.max(0, now.epochMilliseconds - oldest.epochMilliseconds),
      },
      facts: [{ event: 'audit.seal_read' }],
    };
  }),
  route(listAuditLeaves, async ({ tx, input }) => {
    const { from, limit } = input.query;
    const rows = await tx
      .selectFrom('audit_leaf as l')
      .leftJoin('audit_event as e', 'e.id', 'l.event_id')
      .select(['l.ix', 'l.leaf', 'e.id as event'])
      .where('l.ix', '>=', from)
      .orderBy('l.ix')
      .limit(limit)
      .execute();
    // Stops before the first missing leaf or event, so that the verifier learns its index.
    const gap = rows.findIndex(({ ix, event }, at) => ix !== from + at || event === null);
    const count = gap === -1 ? rows.length : gap;
    const hashes = new Uint8Array(count * HASH_BYTES);
    for (const [at, { leaf }] of rows.slice(0, count).entries()) hashes.set(leaf, at * HASH_BYTES);
    return {
      body: { from, count, hashes: toBase64(hashes) },
      facts: [{ event: 'audit.leaves_read', count, data: { from } }],
    };
  }),
  route(reportVerification, async ({ input }) => {
    const { size, result, firstBad } = input.body;
    const event = result === 'verified' ? 'audit.verified' : 'audit.mismatch_found';
    return {
      body: { done: true as const },
      facts: [{ event, count: size, ...(firstBad === undefined ? {} : { data: { firstBad } }) }],
    };
  }),
];

const HASH_BYTES = 32;

/** Counting stops here, because the page shows more than 10 000 as "10 000+". */
const MOST_WAITING = 10_001;
