/**
 * Waits until an event is in the signed log and returns its inclusion proof for the answer's header, for the events
 * whose rows in AUDIT_EVENTS are `awaited` (reveal, erase, export, role change), because those must not be deniable
 * later.
 */
import type { EventRow } from '#domain/audit/event-row.ts';
import { AUDIT_EVENTS } from '#domain/audit/events.ts';
import { toBase64Url } from '#domain/bytes/base64.ts';
import type { Deps } from '#server/deps.ts';
import type { Fact } from '../record/record.ts';
import { inclusionOf } from './inclusion.ts';

/**
 * Holds a C2SP tlog-proof in base64url, or `pending` when there was none within PATIENCE_MS, for example because an
 * older transaction still runs and the event cannot be sealed before it ends.
 */
export const PROOF_HEADER = 'otinish-log-proof';

/** How long an answer may be held back for its proof. */
const PATIENCE_MS = 5_000;
const PAUSE_MS = 50;

/**
 * Returns the header's value; null when no event of the call is awaited, or no sealer runs. Never throws, because the
 * event is committed and an error answer would say that it is not.
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
