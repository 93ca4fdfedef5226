/**
 * Counts wrong guesses of ORACLES: per person, for this sign-in and for the day, and for a guess at one request also per
 * request and hour, for all people together.
 */
import { MISSES, ORACLES, type Oracle } from '#domain/access/oracles.ts';
import type { CivilDate } from '#domain/time/civil.ts';
import type { Caller, Ports, Tx } from '#server/deps.ts';
import { count, windowOf } from '#server/http/rate.ts';
import { Refusal } from '#server/http/refusal.ts';
import { secondsToMidnight } from './reveal-budget.ts';

export const MISS = 'oracle_miss';
const DAY = '';
const HOUR_SECONDS = 3_600;

type Guessing = {
  tx: Tx;
  ports: Pick<Ports, 'vault'>;
  now: Temporal.Instant;
  today: CivilDate;
  caller: Caller;
};

/**
 * Returns how many misses are left, holding the person's counters until the transaction ends, so that simultaneous
 * guesses are counted. @throws Refusal `too_many_requests`, with the reason `fresh_sign_in` where that gives new ones
 */
export async function holdGuesses(env: Guessing, oracle: Oracle, requestId = ''): Promise<number> {
  const { now } = env;
  const spent = await heldCounters(env);
  if (spent.day >= MISSES.perDay)
    throw new Refusal('too_many_requests', { retryAfter: secondsToMidnight(now) });
  if (spent.signIn >= MISSES.perSignIn) throw new Refusal('too_many_requests', { why: 'fresh_sign_in' });
  const left = Math.min(MISSES.perDay - spent.day, MISSES.perSignIn - spent.signIn);
  const most = ORACLES[oracle].perRequestAndHour;
  if (most === null) return left;
  const here = await windowOf(env.tx, env.ports.vault, keyOf(requestId), HOUR_SECONDS, now);
  if (here && here.n >= most) {
    const ends = here.windowStart.add({ seconds: HOUR_SECONDS });
    throw new Refusal('too_many_requests', { retryAfter: Math.ceil(now.until(ends).total('seconds')) });
  }
  return Math.min(left, most - (here?.n ?? 0));
}

/** Counts a wrong guess. The caller holds the counters; a miss that refuses nothing (`suggestion`) need not. */
export async function countMiss(env: Guessing, oracle: Oracle, requestId = ''): Promise<void> {
  const { tx, ports, now, today, caller } = env;
  if (caller.kind !== 'person') return;
  if (ORACLES[oracle].perRequestAndHour !== null)
    await count(tx, ports.vault, keyOf(requestId), HOUR_SECONDS, now);
  await tx
    .insertInto('budget')
    .values(scopesOf(caller).map((scope) => ({ person_id: caller.id, kind: MISS, day: today, scope, n: 1 })))
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'kind', 'day', 'scope'])
        .doUpdateSet((set) => ({ n: set('budget.n', '+', 1) })),
    )
    .execute();
}

/** Whether the person has no guesses left; asked where the answer is withheld instead of refused. */
export function isSpent(spent: { day: number; signIn: number }): boolean {
  return spent.day >= MISSES.perDay || spent.signIn >= MISSES.perSignIn;
}

/** The scopes of a person's counters: the day and this sign-in. */
export function scopesOf({ session }: Extract<Caller, { kind: 'person' }>): readonly [string, string] {
  return [DAY, session.mark];
}

async function heldCounters({ tx, today, caller }: Guessing): Promise<{ day: number; signIn: number }> {
  if (caller.kind !== 'person') return { day: 0, signIn: 0 };
  const scopes = scopesOf(caller);
  await tx
    .insertInto('budget')
    .values(scopes.map((scope) => ({ person_id: caller.id, kind: MISS, day: today, scope, n: 0 })))
    .onConflict((conflict) => conflict.columns(['person_id', 'kind', 'day', 'scope']).doNothing())
    .execute();
  const rows = await tx
    .selectFrom('budget')
    .select(['scope', 'n'])
    .where('person_id', '=', caller.id)
    .where('kind', '=', MISS)
    .where('day', '=', today)
    .where('scope', 'in', scopes)
    .orderBy('scope')
    .forUpdate()
    .execute();
  const of = (scope: string) => rows.find((row) => row.scope === scope)?.n ?? 0;
  return { day: of(scopes[0]), signIn: of(scopes[1]) };
}

function keyOf(requestId: string): string {
  return `${MISS}/${requestId}`;
}
