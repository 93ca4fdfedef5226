/** The working calendar of this desk, which the server counts with; the shipped one before sign-in. */
import { CALENDAR, type WorkingCalendar } from '#domain/time/calendar.ts';
import { useSession } from './useMe.ts';

export function useCalendar(): WorkingCalendar {
  return useSession().calendar ?? CALENDAR;
}
