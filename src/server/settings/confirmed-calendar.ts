/** The working calendar with what the desk has confirmed: a year counts as certain once somebody vouched for it. */
import { sql } from 'kysely';
import { type WorkingCalendar, withConfirmed } from '#domain/time/calendar.ts';
import type { Database } from '#server/db/database.ts';
import type { Log, Tx } from '#server/deps.ts';
import { loadSettings } from './stored.ts';

const CHANNEL = 'settings';

/** Told to every process when the transaction commits. */
export async function announceSettings(tx: Tx): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, '')`.execute(tx);
}

/** The calendar as confirmed at any moment, by whichever process; until the database closes. */
export async function liveCalendar(
  db: Database,
  shipped: WorkingCalendar,
  log: Log,
): Promise<{ now(): WorkingCalendar }> {
  let current = await confirmed(db, shipped);
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
