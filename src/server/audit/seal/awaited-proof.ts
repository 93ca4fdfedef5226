/** For events that must not be deniable: the answer carries the proof that the event is in the signed log. */
import type { EventRow } from '#domain/audit/event-row.ts';
import { AUDIT_EVENTS } from '#domain/audit/events.ts';
import { toBase64Url } from '#domain/bytes/base64.ts';
import type { Deps } from '#server/deps.ts';
import type { Fact } from '../record/record.ts';
import { inclusionOf } from './inclusion.ts';

/** A C2SP tlog-proof in base64url, or `pending` when an older transaction holds sealing back for longer than one waits. */
export const PROOF_HEADER = 'otinish-log-proof';

const PATIENCE_MS = 5_000;
const PAUSE_MS = 50;

/**
 * Null where no event of the call is awaited, or nothing seals here. Never throws: what it tells of is committed, and an
 * answer that says otherwise would be wrong.
 */
export async function awaitedProof(deps: Deps, facts: readonly Fact[]): Promise<string | null> {
  const id = facts.find(({ event }) => (AUDIT_EVENTS[event] as EventRow).awaited)?.id;
  if (id === undefined || !deps.seal) return null;
  try {
    return (await proofWithin(deps, deps.seal, id)) ?? PENDING;
  } catch (error) {
    deps.log.error({ event: id, error: String(error) }, 'no proof could be given with an answer');
    return PENDING;
  }
}

const PENDING = 'pending';

async function proofWithin(
  { db }: Deps,
  seal: NonNullable<Deps['seal']>,
  eventId: string,
): Promise<string | null> {
  const until = performance.now() + PATIENCE_MS;
  do {
    await seal();
    const proof = await db.transaction((tx) => inclusionOf(tx, eventId));
    if (proof) return toBase64Url(new TextEncoder().encode(proof.text));
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  } while (performance.now() < until);
  return null;
}
