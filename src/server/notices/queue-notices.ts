/**
 * Puts notices to staff beside the events of which they are told, in the same transaction; mail/notices.ts sends them.
 * One notice a person and kind waits at a time: further events become lines of it, so that a burst is two letters.
 */
import { sql } from 'kysely';
import { holds } from '#domain/access/can.ts';
import { roles } from '#domain/access/roles.ts';
import { noticeOf, STAFF_NOTICES, type StaffNotice } from '#domain/access/staff-notices.ts';
import { civilDateAt } from '#domain/time/civil.ts';
import type { Tx } from '#server/deps.ts';

/** What a line tells; people by id, because names are those of the day it is sent. */
export type NoticeLine = {
  at: string;
  /** Null for the server itself, its console included. */
  actor: string | null;
  about: string | null;
  data: Readonly<Record<string, unknown>>;
};

/** What `record` knows of an event. */
type Told = {
  event: string;
  object?: { type: string; id: string };
  data?: Readonly<Record<string, unknown>>;
};

/** Lines that one letter holds; of more it tells the number. */
const MOST_LINES = 20;
/** A person gets no two letters of one kind within this time. */
const QUIET = { minutes: 10 } as const;

/** Queues a notice for every person whom STAFF_NOTICES names. Nothing is written for any other event. */
export async function queueNotices(
  tx: Tx,
  told: readonly Told[],
  around: { actor: string | null; at: Temporal.Instant; newId: () => string },
): Promise<void> {
  for (const { event, object, data = {} } of told) {
    const notice = noticeOf(event, data);
    if (!notice) continue;
    const about = object?.type === 'person' ? object.id : null;
    await queue(tx, notice, { at: around.at.toString(), actor: around.actor, about, data }, around);
  }
}

async function queue(
  tx: Tx,
  notice: StaffNotice,
  line: NoticeLine,
  { at, newId }: { at: Temporal.Instant; newId: () => string },
): Promise<void> {
  const people = await recipients(tx, notice, at);
  if (people.length === 0) return;
  const since = await lastMade(tx, notice, people);
  await tx
    .insertInto('staff_notice')
    .values(
      people.map((person) => ({
        id: newId(),
        person_id: person,
        notice,
        lines: [JSON.stringify(line)],
        events: 1,
        state: 'queued' as const,
        attempts: 0,
        made_at: at.toString(),
        next_at: notBefore(at, since.get(person)).toString(),
        claimed_at: null,
        last_error: null,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'notice'])
        .where(sql<boolean>`state = 'queued' and attempts = 0`)
        .doUpdateSet({
          lines: sql`case when staff_notice.events < ${MOST_LINES} then staff_notice.lines || excluded.lines
            else staff_notice.lines end`,
          events: sql`staff_notice.events + 1`,
        }),
    )
    .execute();
}

/** Active people who may carry out the action; who caused the event too, for it may have been done in their name. */
async function recipients(tx: Tx, notice: StaffNotice, at: Temporal.Instant): Promise<readonly string[]> {
  const told = roles.filter((role) => holds([role], STAFF_NOTICES[notice].to));
  const rows = await tx
    .selectFrom('person')
    .select('id')
    .where(sql<boolean>`roles && ${told}::text[]`)
    .where('disabled_at', 'is', null)
    .where('password_hash', 'is not', null)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', civilDateAt(at))]))
    // One order for all, so that two events at once lock the rows of notices alike.
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

async function lastMade(
  tx: Tx,
  notice: StaffNotice,
  people: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('staff_notice')
    .select(['person_id', (eb) => eb.fn.max('made_at').as('made_at')])
    .where('notice', '=', notice)
    .where('person_id', 'in', people)
    .groupBy('person_id')
    .execute();
  return new Map(rows.map(({ person_id, made_at }) => [person_id, made_at]));
}

/** A time ahead of the clock, left by a clock that was wrong, holds up nothing. */
function notBefore(at: Temporal.Instant, last: string | undefined): Temporal.Instant {
  if (last === undefined) return at;
  const made = Temporal.Instant.from(last);
  const next = made.add(QUIET);
  return Temporal.Instant.compare(made, at) <= 0 && Temporal.Instant.compare(next, at) > 0 ? next : at;
}
