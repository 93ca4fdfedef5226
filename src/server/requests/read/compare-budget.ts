/** Limits wrong guesses of a comparison: per request and hour for all people together, and per person and day. */
import type { CivilDate } from '#domain/time/civil.ts';
import type { Ports, Tx } from '#server/deps.ts';
import { Refusal } from '#server/http/refusal.ts';
import { secondsToMidnight } from './reveal-budget.ts';

const MISSES = { perRequestAndHour: 5, perPersonAndDay: 20 } as const;
const HOUR_SECONDS = 3_600;
const KIND = 'compare_miss';

type Env = { tx: Tx; ports: Pick<Ports, 'vault'>; now: Temporal.Instant; today: CivilDate };
type Who = { personId: string; requestId: string };

/**
 * Returns how many more misses are allowed. The caller must hold the lock of the request's row, else parallel guesses
 * see the same count. @throws Refusal `too_many_requests` when none is left
 */
export async function missesLeft(env: Env, { personId, requestId }: Who): Promise<number> {
  const { tx, now, today } = env;
  const since = now.subtract({ seconds: HOUR_SECONDS }).toString();
  const onRequest = await tx
    .selectFrom('rate')
    .select(['n', 'window_start'])
    .where('key', '=', keyOf(env, requestId))
    .where('window_start', '>', since)
    .executeTakeFirst();
  const byPerson = await tx
    .selectFrom('budget')
    .select('n')
    .where('person_id', '=', personId)
    .where('kind', '=', KIND)
    .where('day', '=', today)
    .where('scope', '=', '')
    .executeTakeFirst();
  const left = {
    here: MISSES.perRequestAndHour - (onRequest?.n ?? 0),
    today: MISSES.perPersonAndDay - (byPerson?.n ?? 0),
  };
  if (left.here <= 0 && onRequest) {
    const ends = Temporal.Instant.from(onRequest.window_start).add({ seconds: HOUR_SECONDS });
    throw new Refusal('too_many_requests', { retryAfter: Math.ceil(now.until(ends).total('seconds')) });
  }
  if (left.today <= 0) throw new Refusal('too_many_requests', { retryAfter: secondsToMidnight(now) });
  return Math.min(left.here, left.today);
}

/** Counts a miss against the request and against the person. */
export async function countMiss(env: Env, { personId, requestId }: Who): Promise<void> {
  const { tx, now, today } = env;
  const since = now.subtract({ seconds: HOUR_SECONDS }).toString();
  await tx
    .insertInto('rate')
    .values({ key: keyOf(env, requestId), window_start: now.toString(), n: 1 })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((set) => ({
        n: set
          .case()
          .when('rate.window_start', '<=', since)
          .then(1)
          .else(set('rate.n', '+', 1))
          .end(),
        window_start: set
          .case()
          .when('rate.window_start', '<=', since)
          .then(set.ref('excluded.window_start'))
          .else(set.ref('rate.window_start'))
          .end(),
      })),
    )
    .execute();
  await tx
    .insertInto('budget')
    .values({ person_id: personId, kind: KIND, day: today, scope: '', n: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'kind', 'day', 'scope'])
        .doUpdateSet((set) => ({ n: set('budget.n', '+', 1) })),
    )
    .execute();
}

/** A keyed hash, because the `rate` table stores no plain keys. */
function keyOf({ ports }: Env, requestId: string): Uint8Array {
  return ports.vault.mac('rate', new TextEncoder().encode(`${KIND}/${requestId}`));
}
