/**
 * Checks one displayed event: its inclusion proof must hold for its body, and its body must equal the displayed row.
 */
import type { AuditRow } from '#contract/audit.ts';
import { checkpointTime, parseCheckpoint } from '#domain/audit/checkpoint.ts';
import { type Columns, columnsOfBody } from '#domain/audit/event-columns.ts';
import { leafHash, sameHash } from '#domain/audit/merkle.ts';
import type { VerifySignature } from '#domain/audit/note.ts';
import { parseVerifierKey } from '#domain/audit/note-key.ts';
import { parseTlogProof, verifyTlogProof } from '#domain/audit/tlog-proof.ts';

export type ProvenEvent = { row: AuditRow; body: string; proof: string; ix: number };
export type EventCheck = { ok: true; ix: number; at: string | null } | { ok: false };

/** @param key verifier key of the log; of any shard, because one key pair signs all shards */
export async function checkEvent(
  { row, body, proof, ix }: ProvenEvent,
  key: string,
  verify: VerifySignature,
): Promise<EventCheck> {
  const trusted = parseVerifierKey(key);
  const name = originIn(proof);
  if (!trusted || name === null) return { ok: false };
  const leaf = leafHash(new TextEncoder().encode(body));
  const verdict = await verifyTlogProof(proof, leaf, [{ name, publicKey: trusted.publicKey }], verify);
  if (!verdict.ok || verdict.ix !== ix || !saysTheSame(body, row)) return { ok: false };
  return { ok: true, ix, at: checkpointTime(verdict.checkpoint) };
}

/**
 * Checks an event without a seal. It is `stray` if its body differs from its row, or if the newest checkpoint was
 * signed so long after it that the sealer must have included it: events are sealed in commit order, and no transaction
 * is open for that long.
 */
export function checkUnsealed(
  { row, body }: Pick<ProvenEvent, 'row' | 'body'>,
  signedAt: string | null,
): 'waiting' | 'stray' {
  const told = signedAt === null ? row.at : signedAt;
  const behind = Temporal.Instant.from(told).since(row.at).total('minutes');
  return saysTheSame(body, row) && behind < LONGEST_WAIT ? 'waiting' : 'stray';
}

/** Minutes. */
const LONGEST_WAIT = 10;

/** Compares the public keys only, not the names: a restore renames the log and keeps its key. */
export function sameKey(one: string, other: string | null): boolean {
  const [key, against] = [parseVerifierKey(one), parseVerifierKey(other ?? '')];
  return key !== null && against !== null && sameHash(key.publicKey, against.publicKey);
}

/** The origin written in the checkpoint. It may come from the proof itself, because the signature covers it too. */
function originIn(proof: string): string | null {
  const parsed = parseTlogProof(proof);
  try {
    return parsed && parseCheckpoint(parsed.checkpoint).origin;
  } catch {
    return null;
  }
}

function saysTheSame(body: string, row: AuditRow): boolean {
  const columns = columnsOfBody(body)?.columns;
  return (
    columns !== undefined &&
    columns.id === row.id &&
    columns.code === row.code &&
    columns.outcome === row.outcome &&
    columns.actor === row.actor.id &&
    columns.purpose === row.purpose &&
    sameObject(columns, row.object) &&
    Temporal.Instant.compare(columns.at, row.at) === 0
  );
}

/** The row shows an object only if both its type and its id are recorded. */
function sameObject({ objectType, objectRef }: Columns, shown: AuditRow['object']): boolean {
  const told = objectType !== null && objectRef !== null;
  return shown === null ? !told : shown.type === objectType && shown.id === objectRef;
}
