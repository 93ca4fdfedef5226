/** Limits how many values a person may reveal in a day; each is counted in the transaction that reveals it. */
import { type Budgets, UNSPENT } from '#domain/access/conditions.ts';
import { type CivilDate, nextLocalMidnight } from '#domain/time/civil.ts';
import type { Tx } from '#server/deps.ts';
import { Refusal } from '#server/http/refusal.ts';

export const REVEALS = 'reveal';
/** The limit for every role: no work needs more reveals in a day, so more suggests that data is being copied. */
export const MOST_REVEALS = 200;

/** What is left of the smaller budget of support after `spent` reveals today. */
export function revealBudgets(spent: number): Budgets {
  return { supportReveals: Math.max(0, UNSPENT.supportReveals - spent) };
}

/** Counts one more and returns today's number. @throws Refusal `too_many_requests` above the limit of the day */
export async function spendReveal(
  tx: Tx,
  personId: string,
  today: CivilDate,
  now: Temporal.Instant,
): Promise<number> {
  const { n } = await tx
    .insertInto('budget')
    .values({ person_id: personId, kind: REVEALS, day: today, scope: '', n: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'kind', 'day', 'scope'])
        .doUpdateSet((set) => ({ n: set('budget.n', '+', 1) })),
    )
    .returning('n')
    .executeTakeFirstOrThrow();
  if (n > MOST_REVEALS) throw new Refusal('too_many_requests', { retryAfter: secondsToMidnight(now) });
  return n;
}

/** Whole seconds until local midnight, when the budgets start anew. */
export function secondsToMidnight(now: Temporal.Instant): number {
  return Math.ceil(now.until(nextLocalMidnight(now)).total('seconds'));
}
