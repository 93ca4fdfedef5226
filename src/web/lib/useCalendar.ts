/** The working calendar with the years that this desk has confirmed. */
import { useMemo } from 'react';
import { CALENDAR, type WorkingCalendar, withConfirmed } from '#domain/time/calendar.ts';
import { useSession } from './useMe.ts';

export function useCalendar(): WorkingCalendar {
  const { confirmedYears } = useSession();
  return useMemo(() => withConfirmed(CALENDAR, confirmedYears), [confirmedYears]);
}
