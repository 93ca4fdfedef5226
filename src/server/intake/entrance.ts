/**
 * Two lanes for deliveries, each with places of its own: those signed with a known secret, and all others. A flood of
 * unsigned ones fills its own lane only, so it never delays a signed one by more than the work of one place.
 *
 * The lane is chosen without the database, by the secrets as this process last read them. It decides nothing else: the
 * transaction verifies every delivery again by the secrets that are stored then.
 */
import type { Database } from '#server/db/database.ts';
import type { Deps } from '#server/deps.ts';
import { networkOf } from '#server/http/network.ts';
import { Refusal } from '#server/http/refusal.ts';
import type { ForPrograms, Sent } from '#server/http/serve.ts';
import { recentSecrets } from './recent-secrets.ts';
import { createTurnstile, type Turnstile } from './turnstile.ts';
import { verifyWebhook } from './webhook-signature.ts';

type Lane = 'signed' | 'other';
type Env = { deps: Deps; now: Temporal.Instant };
type Entrance = { lanes: Record<Lane, Turnstile>; secrets: ReturnType<typeof recentSecrets> };

const entrances = new WeakMap<Database, Entrance>();

/** Runs a delivery when its lane has a place for it. @throws Refusal 429 when too many wait there */
export const admitDelivery: ForPrograms['admit'] = async (sent, env, work) => {
  const entrance = entranceOf(env.deps.db);
  const lane = await laneOf(sent, entrance, env);
  // Wrapped, because `null` says that the delivery was not let in.
  const done = await entrance.lanes[lane].pass(networkOf(sent.address), async () => ({
    result: await work(),
  }));
  if (!done) throw new Refusal('too_many_requests', { retryAfter: 1 });
  return done.result;
};

function entranceOf(db: Database): Entrance {
  const known = entrances.get(db);
  if (known) return known;
  const made: Entrance = {
    secrets: recentSecrets(),
    // Four places together, so that more than half of the connection pool stays free for staff.
    lanes: {
      signed: createTurnstile({ running: 3, runningPerAddress: 2, waiting: 200, waitingPerAddress: 100 }),
      other: createTurnstile({ running: 1, runningPerAddress: 1, waiting: 200, waitingPerAddress: 100 }),
    },
  };
  entrances.set(db, made);
  return made;
}

async function laneOf({ headers, bytes }: Sent, { secrets }: Entrance, { deps, now }: Env): Promise<Lane> {
  const isSigned = () =>
    verifyWebhook(deps.vault, { headers, body: bytes, secrets: secrets.known(), now }).ok;
  if (isSigned()) {
    secrets.refresh(deps, now, 'matched').catch(() => undefined);
    return 'signed';
  }
  // A secret may have been created since; at most one reading a second, however many unsigned deliveries arrive.
  if (!headers.get('webhook-signature')) return 'other';
  const isNewer = await secrets.refresh(deps, now, 'unmatched').catch(() => false);
  return isNewer && isSigned() ? 'signed' : 'other';
}
