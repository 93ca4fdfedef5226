/** How many values a person may have shown to him in a day; counted in the transaction of the showing. */
import { type Budgets, UNSPENT } from '#domain/access/conditions.ts';
import { type CivilDate, nextLocalMidnight } from '#domain/time/civil.ts';
import type { Tx } from '#server/deps.ts';
import { Refusal } from '#server/http/refusal.ts';

export const REVEALS = 'reveal';
/** No work needs more than this: above it somebody is copying data, whatever the role. */
export const MOST_REVEALS = 200;

/** What is left of the desk's smaller budget when `spent` have been shown today. */
export function revealBudgets(spent: number): Budgets {
  return { supportReveals: Math.max(0, UNSPENT.supportReveals - spent) };
}

/** Counts one more and returns how many it makes today. @throws Refusal `too_many_requests` at the day's most */
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

/** Whole seconds until the day's budgets are new. */
export function secondsToMidnight(now: Temporal.Instant): number {
  return Math.ceil(now.until(nextLocalMidnight(now)).total('seconds'));
}
