/** How far the log is sealed, its leaves for whoever recomputes the root, and what he found. */
import { getAuditSeal, listAuditLeaves, reportVerification } from '#contract/audit-seal.ts';
import { parseCheckpoint } from '#domain/audit/checkpoint.ts';
import { verifierKey } from '#domain/audit/note-key.ts';
import type { Tx } from '../deps.ts';
import { type Route, route } from '../serve.ts';
import { toBase64 } from '../vault/base64.ts';
import { publicLogKey } from '../vault/log-key.ts';

export const sealRoutes: readonly Route[] = [
  route(getAuditSeal, async ({ tx, now, ports }) => {
    const signed = await newestSigned(tx);
    const { pending, oldest } = await waiting(tx, signed?.size ?? 0);
    return {
      body: {
        size: signed?.size ?? 0,
        signedAt: signed?.at ?? null,
        note: signed?.note ?? null,
        key: signed && verifierKey(parseCheckpoint(signed.note).origin, await publicLogKey(ports.vault)),
        pending,
        oldestPendingMs: oldest === null ? 0 : Math.max(0, now.epochMilliseconds - oldest.epochMilliseconds),
      },
      facts: [{ event: 'audit.seal_read' }],
    };
  }),
  route(listAuditLeaves, async ({ tx, input }) => {
    const { from, limit } = input.query;
    const rows = await tx
      .selectFrom('audit_leaf')
      .select('leaf')
      .where('ix', '>=', from)
      .orderBy('ix')
      .limit(limit)
      .execute();
    const hashes = new Uint8Array(rows.length * HASH_BYTES);
    for (const [at, { leaf }] of rows.entries()) hashes.set(leaf, at * HASH_BYTES);
    return {
      body: { from, count: rows.length, hashes: toBase64(hashes) },
      facts: [{ event: 'audit.leaves_read', count: rows.length, data: { from } }],
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

async function newestSigned(tx: Tx): Promise<{ size: number; note: string; at: string } | null> {
  const row = await tx
    .selectFrom('audit_signature')
    .select(['size', 'note', 'at'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Counting stops here. */
const MOST_WAITING = 10_001;

/** Events behind the cursor of the signed checkpoint. */
async function waiting(tx: Tx, size: number): Promise<{ pending: number; oldest: Temporal.Instant | null }> {
  const cursor = await tx
    .selectFrom('audit_checkpoint')
    .select(['cur_epoch', 'cur_xid', 'cur_seq'])
    .where('size', '=', size)
    .executeTakeFirst();
  const behind = tx
    .selectFrom('audit_event')
    .select('at')
    .where(({ eb, refTuple, tuple, lit }) =>
      cursor
        ? eb(refTuple('epoch', 'xid', 'seq'), '>', tuple(cursor.cur_epoch, cursor.cur_xid, cursor.cur_seq))
        : lit(true),
    )
    .limit(MOST_WAITING)
    .as('behind');
  const row = await tx
    .selectFrom(behind)
    .select(({ fn }) => [fn.countAll<number>().as('pending'), fn.min('at').as('oldest')])
    .executeTakeFirstOrThrow();
  return { pending: row.pending, oldest: row.oldest === null ? null : Temporal.Instant.from(row.oldest) };
}
