/** What both the page of health and the operator's `doctor` read. */
import type { Kysely } from 'kysely';
import type { WorkingCalendar } from '#domain/time/calendar.ts';
import { ZONE } from '#domain/time/civil.ts';
import type { Tables } from '#server/db/schema.ts';
import { MAIL_WITHIN_MINUTES } from './limits.ts';

/** The number of letters to applicants that should have been tried by now. */
export async function lateLetters(on: Kysely<Tables>, now: Temporal.Instant): Promise<number> {
  const { n } = await on
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('state', 'in', ['queued', 'unknown', 'sending'])
    .where('next_at', '<', now.subtract({ minutes: MAIL_WITHIN_MINUTES }).toString())
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** This year and the next, by which deadlines are counted now, and those of them that nobody has confirmed. */
export function calendarYears(
  calendar: Pick<WorkingCalendar, 'years'>,
  now: Temporal.Instant,
): { wanted: readonly number[]; unconfirmed: readonly number[] } {
  const { year } = now.toZonedDateTimeISO(ZONE);
  const wanted = [year, year + 1];
  const unconfirmed = wanted.filter(
    (each) => !calendar.years.some((known) => known.year === each && known.confirmed),
  );
  return { wanted, unconfirmed };
}
