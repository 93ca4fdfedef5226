/** The working calendar with the years that staff have confirmed; a confirmed year counts as certain. */
import { sql } from 'kysely';
import { type WorkingCalendar, withConfirmed } from '#domain/time/calendar.ts';
import type { Database } from '#server/db/database.ts';
import type { Log, Tx } from '#server/deps.ts';
import { loadSettings } from './stored.ts';

const CHANNEL = 'settings';

/** Notifies every process, including this one, when the transaction commits. */
export async function announceSettings(tx: Tx): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, '')`.execute(tx);
}

/** Returns the current calendar, kept up to date with confirmations by any process until the database closes. */
export async function liveCalendar(
  db: Database,
  shipped: WorkingCalendar,
  log: Log,
): Promise<{ now(): WorkingCalendar }> {
  let current = await confirmed(db, shipped);
  // If reading fails, the calendar read before stays in use.
  const reload = () => {
    confirmed(db, shipped).then(
      (calendar) => {
        current = calendar;
      },
      (error: unknown) => log.warn({ error: String(error) }, 'the calendar could not be read again'),
    );
  };
  await db.listen(CHANNEL, reload, reload);
  return { now: () => current };
}

async function confirmed(db: Database, shipped: WorkingCalendar): Promise<WorkingCalendar> {
  const { settings } = await db.transaction((tx) => loadSettings(tx), { readOnly: true });
  return withConfirmed(shipped, Object.keys(settings.calendar).map(Number));
}
