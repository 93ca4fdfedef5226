/**
 * Compares the clock with the log. A clock that precedes the newest event is wrong now, or was ahead when that event was
 * written; either way a signature would attest a time that contradicts the log, so nothing is sealed until the clock is
 * right or the operator has said that it is (`otinish accept-clock`).
 */
import type { Kysely } from 'kysely';
import { timeOfBody } from '#domain/audit/event-times.ts';
import { AUDIT_EVENTS } from '#domain/audit/events.ts';
import type { Tables } from '#server/db/schema.ts';
import type { Deps } from '#server/deps.ts';
import { macState } from '../record/event-mac.ts';
import { bySystem, record } from '../record/record.ts';

/** Clocks of several servers differ by less, and events of the other servers may be this much ahead. */
const TOLERANCE = { minutes: 2 };

type Around = Pick<Deps, 'now' | 'vault'>;

/**
 * Returns the time of the newest event that is ahead of the clock; null when none is, or the operator has accepted it.
 * Only events that the server wrote count, by the time in their bodies: a forged row or a changed column would stop
 * sealing.
 */
export async function eventAhead(
  on: Kysely<Tables>,
  { now, vault }: Around,
): Promise<Temporal.Instant | null> {
  const latest = now().add(TOLERANCE).toString({ smallestUnit: 'millisecond' });
  const rows = await on
    .selectFrom('audit_event as e')
    .leftJoin('audit_leaf as l', 'l.event_id', 'e.id')
    .select(['e.body', 'l.ix'])
    .where('e.at', '>', latest)
    .where('e.seq', '>', await acceptedSeq(on, vault))
    .orderBy('e.at', 'desc')
    .limit(MOST)
    .execute();
  for (const { body, ix } of rows) {
    const at = body !== null && (ix !== null || macState(vault, body) === 'right') ? timeOfBody(body) : null;
    if (at !== null && at > latest) return Temporal.Instant.from(at);
  }
  return null;
}

/** Rows examined: a flood of forged ones must not make each round slow. */
const MOST = 1_000;

/** The position of the operator's newest confirmation; 0 without one. */
async function acceptedSeq(on: Kysely<Tables>, vault: Around['vault']): Promise<number> {
  const rows = await on
    .selectFrom('audit_event')
    .select(['seq', 'body'])
    .where('code', '=', AUDIT_EVENTS['log.clock_accepted'].code)
    .orderBy('seq', 'desc')
    .limit(MOST)
    .execute();
  return rows.find(({ body }) => body !== null && macState(vault, body) === 'right')?.seq ?? 0;
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
    const ahead = await eventAhead(tx, deps);
    if (!ahead) return null;
    const data = { ahead: ahead.toString() };
    await record(tx, [{ event: 'log.clock_accepted', data }], bySystem(deps, now, 'CONSOLE', 'accept-clock'));
    return { ahead: ahead.toString(), now: now.toString() };
  });
}
