/**
 * Pruning by retention: which events lose their body, and what the `log.pruned` event must contain. A verifier later
 * finds a leaf without a body; the sealed prune event names exactly those leaves, so a missing body is never
 * unexplained.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { EventRow } from './event-row.ts';
import { AUDIT_EVENTS, type AuditEvent, auditEvents, eventOfCode } from './events.ts';
import { RETENTION_OF } from './retention.ts';

export type Retention = EventRow['retention'];

/** Events that explain the log itself: without their bodies it could no longer be verified. */
const KEPT: readonly AuditEvent[] = ['log.restored', 'log.pruned', 'log.clock_accepted'];

/** Returns the codes of this class whose bodies are pruned. */
export function prunableCodes(retention: Retention): readonly string[] {
  return auditEvents
    .filter((event) => AUDIT_EVENTS[event].retention === retention && !KEPT.includes(event))
    .map((event) => AUDIT_EVENTS[event].code);
}

/** Returns the instant before which events of the class are past their retention, in calendar years. */
export function prunedBefore(retention: Retention, now: Temporal.Instant): Temporal.Instant {
  return now.toZonedDateTimeISO('UTC').subtract(RETENTION_OF[retention]).toInstant();
}

/** The data of one `log.pruned` event, which covers one batch. */
export type PruningData = {
  class: Retention;
  /** Instant; nothing at or after it was pruned. */
  before: string;
  count: number;
  /** Hex SHA-256 of the pruned leaf indices in ascending order: decimal, a line feed after each. */
  digest: string;
  /** Whether no event of the class before the instant still has a body. */
  complete: boolean;
  /** Number of event kinds in the class. When a release adds one, the job scans the whole log again. */
  kinds: number;
};

/** A digest of leaf indices; add them in ascending order. */
export function indexDigest(): { add(ix: number): void; hex(): string } {
  const hash = sha256.create();
  return { add: (ix) => void hash.update(utf8ToBytes(`${ix}\n`)), hex: () => bytesToHex(hash.digest()) };
}

/**
 * Parses a `log.pruned` body: its id, its data, and whether its limit respects the retention; null for any other event.
 * Throws SyntaxError for a body that contains the code but is not JSON.
 */
export function pruningOfBody(
  body: string,
): { id: string; at: string; lawful: boolean; data: PruningData } | null {
  // A substring test first, because verification calls this for every body of the log and few are prune events.
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
  const at = String(told.at);
  return { id: told.id, at, lawful: isPast(at, before, retention), data };
}

const MARK = `"code":"${AUDIT_EVENTS['log.pruned'].code}"`;

/** False also for times that do not parse, because a forged body may contain anything. */
function isPast(at: string, before: string, retention: Retention): boolean {
  try {
    const limit = prunedBefore(retention, Temporal.Instant.from(at));
    return Temporal.Instant.compare(Temporal.Instant.from(before), limit) <= 0;
  } catch {
    return false;
  }
}

/** Returns the retention of a stored code; null for a code of another version. */
export function retentionOfCode(code: string): Retention | null {
  const event = eventOfCode(code);
  return event && AUDIT_EVENTS[event].retention;
}
