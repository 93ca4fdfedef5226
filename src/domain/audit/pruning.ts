/**
 * Pruning by retention: which events lose their text, and what the event that tells of it must say. Whoever verifies
 * later sees a leaf without a text; the signed event names exactly these leaves, so no other text can go unnoticed.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { EventRow } from './event-row.ts';
import { AUDIT_EVENTS, type AuditEvent, auditEvents, eventOfCode } from './events.ts';
import { RETENTION_OF } from './retention.ts';

export type Retention = EventRow['retention'];

/** They explain the log itself: without their texts it could not be verified any more. */
const KEPT: readonly AuditEvent[] = ['log.restored', 'log.pruned'];

/** Codes of this class whose texts go. */
export function prunableCodes(retention: Retention): readonly string[] {
  return auditEvents
    .filter((event) => AUDIT_EVENTS[event].retention === retention && !KEPT.includes(event))
    .map((event) => AUDIT_EVENTS[event].code);
}

/** Everything of the class before this instant is past its retention. */
export function prunedBefore(retention: Retention, now: Temporal.Instant): Temporal.Instant {
  return now.toZonedDateTimeISO('UTC').subtract(RETENTION_OF[retention]).toInstant();
}

/** What `log.pruned` says of one batch. */
export type PruningData = {
  class: Retention;
  /** Instant; nothing at or after it was pruned. */
  before: string;
  count: number;
  /** Hex SHA-256 of the pruned leaf indices: ascending, decimal, a line feed after each. */
  digest: string;
  /** Nothing of the class before the instant is left. */
  complete: boolean;
  /** Kinds of events looked for: when a release moves one into the class, everything is looked through again. */
  kinds: number;
};

/** Grows index by index, in ascending order. */
export function indexDigest(): { add(ix: number): void; hex(): string } {
  const hash = sha256.create();
  return { add: (ix) => void hash.update(utf8ToBytes(`${ix}\n`)), hex: () => bytesToHex(hash.digest()) };
}

/** Of a body that tells of a pruning: its id and what it says; null for any other. */
export function pruningOfBody(body: string): { id: string; lawful: boolean; data: PruningData } | null {
  // Millions of bodies pass here, and few are worth parsing.
  if (!body.includes(MARK)) return null;
  const told = JSON.parse(body) as {
    id?: unknown;
    at?: unknown;
    code?: unknown;
    data?: Partial<PruningData>;
  };
  const { class: retention, before, count, digest, complete, kinds } = told.data ?? {};
  if (told.code !== AUDIT_EVENTS['log.pruned'].code || typeof told.id !== 'string') return null;
  if (retention === undefined || !(retention in RETENTION_OF)) return null;
  if (typeof before !== 'string' || typeof count !== 'number' || typeof digest !== 'string') return null;
  const data = { class: retention, before, count, digest, complete: complete === true, kinds: kinds ?? 0 };
  return { id: told.id, lawful: isPast(String(told.at), before, retention), data };
}

const MARK = `"code":"${AUDIT_EVENTS['log.pruned'].code}"`;

function isPast(at: string, before: string, retention: Retention): boolean {
  try {
    const limit = prunedBefore(retention, Temporal.Instant.from(at));
    return Temporal.Instant.compare(Temporal.Instant.from(before), limit) <= 0;
  } catch {
    return false;
  }
}

/** Null for a code this version does not know. */
export function retentionOfCode(code: string): Retention | null {
  const event = eventOfCode(code);
  return event && AUDIT_EVENTS[event].retention;
}
