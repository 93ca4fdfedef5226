/** For what must not be deniable: the answer leaves with the proof that it stands in the signed log. */
import { AUDIT_EVENTS, type EventRow } from '#domain/audit/events.ts';
import type { Deps } from '../deps.ts';
import { toBase64Url } from '../vault/base64.ts';
import { inclusionOf } from './inclusion.ts';
import type { Fact } from './record.ts';

/** A C2SP tlog-proof in base64url, or `pending` when an older transaction holds sealing back for longer than one waits. */
export const PROOF_HEADER = 'otinish-log-proof';

const PATIENCE_MS = 5_000;
const PAUSE_MS = 50;

/** Null where no event of the call is awaited, or nothing seals here. */
export async function awaitedProof(deps: Deps, facts: readonly Fact[]): Promise<string | null> {
  const fact = facts.find(({ event }) => (AUDIT_EVENTS[event] as EventRow).awaited);
  if (!fact?.id || !deps.seal) return null;
  const until = performance.now() + PATIENCE_MS;
  do {
    await deps.seal();
    const id = fact.id;
    const proof = await deps.db.transaction((tx) => inclusionOf(tx, id));
    if (proof) return toBase64Url(new TextEncoder().encode(proof.text));
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  } while (performance.now() < until);
  return 'pending';
}
