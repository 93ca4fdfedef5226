/** The seal of the log: the newest signed checkpoint, the leaf hashes to verify it with, and the result of a check. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Done, InstantText } from './wire.ts';

const base = { kind: 'json', idempotency: 'natural', touchesSession: true } as const;

export const AuditSeal = z.strictObject({
  /** Tree size of the newest signed checkpoint; 0 without one. */
  size: z.int(),
  signedAt: InstantText.nullable(),
  /** The signed note (c2sp.org/tlog-checkpoint), verbatim. */
  note: z.string().nullable(),
  /** The verifier key, `name+hash+base64`; null before the first seal. */
  key: z.string().nullable(),
  /** Committed events not yet under a signed checkpoint, counted up to 10 001, and the age of the oldest in ms. */
  pending: z.int(),
  oldestPendingMs: z.int(),
});
export type AuditSeal = z.output<typeof AuditSeal>;

export const getAuditSeal = endpoint({
  ...base,
  id: 'getAuditSeal',
  method: 'GET',
  path: '/api/audit-seal',
  action: 'audit.seal',
  response: AuditSeal,
});

/** The most leaf hashes of one answer: 640 kB. */
export const MOST_LEAVES = 20_000;

export const listAuditLeaves = endpoint({
  ...base,
  id: 'listAuditLeaves',
  method: 'GET',
  path: '/api/audit-leaves',
  action: 'audit.leaves',
  query: z.strictObject({
    from: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
    limit: z.coerce.number().int().min(1).max(MOST_LEAVES).default(MOST_LEAVES),
  }),
  /**
   * Concatenated hashes of 32 bytes in base64, starting at leaf `from`; empty at the end or where a leaf is missing.
   */
  response: z.strictObject({ from: z.int(), count: z.int(), hashes: z.string() }),
});

export const reportVerification = endpoint({
  ...base,
  id: 'reportVerification',
  method: 'POST',
  path: '/api/audit-verifications',
  action: 'audit.verify',
  idempotency: 'none',
  body: z.strictObject({
    /** Number of leaves that were checked. */
    size: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
    result: z.enum(['verified', 'mismatch']),
    /** Index of the first leaf that differs, if it is known. */
    firstBad: z.int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  }),
  response: Done,
});
