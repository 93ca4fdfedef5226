/**
 * Compares the clock with the log. A clock that precedes the newest event is wrong now, or was ahead when that event was
 * written; either way a signature would attest a time that contradicts the log, so nothing is sealed until the clock is
 * right or the operator has said that it is (`otinish accept-clock`).
 */
import type { Kysely } from 'kysely';
import { AUDIT_EVENTS } from '#domain/audit/events.ts';
import type { Tables } from '#server/db/schema.ts';
import type { Deps } from '#server/deps.ts';
import { bySystem, record } from '../record/record.ts';

/** Clocks of several servers differ by less, and events of the other servers may be this much ahead. */
const TOLERANCE = { minutes: 2 };

/** Returns the time of the newest event that is ahead of the clock; null when none is, or the operator has accepted it. */
export async function eventAhead(
  on: Kysely<Tables>,
  now: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const row = await on
    .selectFrom('audit_event')
    .select('at')
    .where('at', '>', now.add(TOLERANCE).toString())
    .where('seq', '>', (eb) =>
      eb
        .selectFrom('audit_event as accepted')
        .select(({ fn, val }) => fn.coalesce(fn.max('accepted.seq'), val(0)).as('seq'))
        .where('accepted.code', '=', AUDIT_EVENTS['log.clock_accepted'].code)
        .$asScalar(),
    )
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? Temporal.Instant.from(row.at) : null;
}

export type Accepted = { ahead: string; now: string };

/**
 * Records that the clock is right although events of the log are ahead of it, so that sealing goes on. Returns the time
 * of the newest of them; null, and records nothing, when none is.
 */
export async function acceptClock(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'vault'>,
): Promise<Accepted | null> {
  const now = deps.now();
  return deps.db.transaction(async (tx) => {
    const ahead = await eventAhead(tx, now);
    if (!ahead) return null;
    const data = { ahead: ahead.toString() };
    await record(tx, [{ event: 'log.clock_accepted', data }], bySystem(deps, now, 'CONSOLE', 'accept-clock'));
    return { ahead: ahead.toString(), now: now.toString() };
  });
}
