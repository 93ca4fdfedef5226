/** Counts the events of the log by civil day, with an upper bound on the rows scanned however long the log is. */
import { sql } from 'kysely';
import type { countAuditDays } from '#contract/audit-days.ts';
import { MOST_DAYS } from '#contract/audit-days.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import {
  addDays,
  type CivilDate,
  civilDateAt,
  daysBetween,
  earliest,
  startOfDay,
} from '#domain/time/civil.ts';
import type { Tx } from '#server/deps.ts';
import { type Filter, matching, type Readable } from './query.ts';

type Counted = ResponseOf<typeof countAuditDays>;

const USUAL_DAYS = 30;
/** Events scanned at most, newest first, so that the answer stays quick. */
const MOST_LOOKED_AT = 200_000;

/**
 * Returns the counts of every day from `from` to `to`; days not counted in full are left out, and `capped` is true
 * then.
 */
export async function daysOfLog(
  tx: Tx,
  filter: Filter,
  readable: Readable,
  now: Temporal.Instant,
  mostLookedAt = MOST_LOOKED_AT,
): Promise<Counted> {
  const { days, cut } = civilDaysOf(filter, now);
  const [first, last] = [days[0] ?? civilDateAt(now), days.at(-1) ?? civilDateAt(now)];
  const time = {
    from: later(filter.from, startOfDay(first)),
    to: sooner(filter.to, startOfDay(addDays(last, 1))),
  };
  // The events of one object are few and have an index of their own, so they need no bound.
  const reached = filter.object === undefined ? await reachedBack(tx, time, mostLookedAt) : null;
  const whole = reached === null ? first : earliest(addDays(civilDateAt(reached), 1), last);
  const shown = days.filter((on) => on >= whole);
  const counts = await countsOf(
    tx,
    { ...filter, ...time, from: later(time.from, startOfDay(whole)) },
    readable,
    shown,
  );
  return {
    from: whole,
    to: last,
    days: shown.map((on, at) => ({ on, ...(counts.get(at + 1) ?? { count: 0, denied: 0 }) })),
    capped: cut || reached !== null,
  };
}

/** Time of the oldest event within the bound; null when the bound covers the whole range. An index-only scan. */
async function reachedBack(
  tx: Tx,
  { from, to }: { from: string; to: string },
  most: number,
): Promise<Temporal.Instant | null> {
  const row = await tx
    .selectFrom('audit_event')
    .select('at')
    .where('at', '>=', from)
    .where('at', '<', to)
    .orderBy('at', 'desc')
    .offset(most)
    .limit(1)
    .executeTakeFirst();
  return row ? Temporal.Instant.from(row.at) : null;
}

/**
 * Counts all days in one statement; the key is the day's number among `days`, from 1. The bounds are values and not a
 * sub-query, else PostgreSQL scans the whole log.
 */
async function countsOf(
  tx: Tx,
  filter: Filter,
  readable: Readable,
  days: readonly CivilDate[],
): Promise<ReadonlyMap<number, { count: number; denied: number }>> {
  const starts = days.map((day) => startOfDay(day).toString());
  const rows = await tx
    .selectFrom('audit_event')
    .select(({ fn }) => [
      sql<number>`width_bucket(at, ${starts}::timestamptz[])`.as('day'),
      fn.countAll<number>().as('count'),
      fn.countAll<number>().filterWhere('outcome', '=', 'denied').as('denied'),
    ])
    .where((where) => matching(where, filter, readable))
    .groupBy(sql`1`)
    .execute();
  return new Map(rows.map(({ day, count, denied }) => [day, { count, denied }]));
}

/**
 * The civil days of a filter: the last thirty without `from`, at most MOST_DAYS (`cut` is true then), none in the
 * future.
 */
export function civilDaysOf(
  { from, to }: Pick<Filter, 'from' | 'to'>,
  now: Temporal.Instant,
): { days: readonly CivilDate[]; cut: boolean } {
  const today = civilDateAt(now);
  // `to` is exclusive.
  const last = to
    ? earliest(civilDateAt(Temporal.Instant.from(to).subtract({ nanoseconds: 1 })), today)
    : today;
  const wanted = from ? daysBetween(civilDateAt(Temporal.Instant.from(from)), last) + 1 : USUAL_DAYS;
  const length = Math.min(Math.max(wanted, 1), MOST_DAYS);
  return {
    days: Array.from({ length }, (_, at) => addDays(last, at + 1 - length)),
    cut: wanted > MOST_DAYS,
  };
}

function later(given: string | undefined, bound: Temporal.Instant): string {
  const inside = given !== undefined && Temporal.Instant.compare(Temporal.Instant.from(given), bound) > 0;
  return inside ? given : bound.toString();
}

function sooner(given: string | undefined, bound: Temporal.Instant): string {
  const inside = given !== undefined && Temporal.Instant.compare(Temporal.Instant.from(given), bound) < 0;
  return inside ? given : bound.toString();
}
