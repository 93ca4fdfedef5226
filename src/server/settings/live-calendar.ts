/** The working calendar as every process sees it at once: read at the start and after each change by any process. */
import { sql } from 'kysely';
import type { WorkingCalendar } from '#domain/time/calendar.ts';
import type { Database } from '#server/db/database.ts';
import type { Log, Tx } from '#server/deps.ts';
import { loadCalendar, workingCalendar } from './stored-calendar.ts';

const CHANNEL = 'calendar';

/** Notifies every process, including this one, when the transaction commits. */
export async function announceCalendar(tx: Tx): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, '')`.execute(tx);
}

/** Returns the current calendar, kept up to date with changes by any process until the database closes. */
export async function liveCalendar(
  db: Database,
  shipped: WorkingCalendar,
  log: Log,
): Promise<{ now(): WorkingCalendar }> {
  let current = await stored(db, shipped);
  // If reading fails, the calendar read before stays in use.
  const reload = () => {
    stored(db, shipped).then(
      (calendar) => {
        current = calendar;
      },
      (error: unknown) => log.warn({ error: String(error) }, 'the calendar could not be read again'),
    );
  };
  await db.listen(CHANNEL, reload, reload);
  return { now: () => current };
}

async function stored(db: Database, shipped: WorkingCalendar): Promise<WorkingCalendar> {
  const held = await db.transaction((tx) => loadCalendar(tx), { readOnly: true });
  return workingCalendar(held.stored, shipped);
}
