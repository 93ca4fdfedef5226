/** Days and times of the stories, counted back from today. Staff work from 9:00 to 18:00 on working days. */
import { PROMISE } from '#domain/request/deadlines.ts';
import { isWorkingDay, lastWorkingDayOnOrBefore, nextWorkingDayOnOrAfter } from '#domain/time/calendar.ts';
import { CALENDAR } from '#domain/time/calendar-kz.ts';
import { addDays, type CivilDate, daysBetween, ZONE } from '#domain/time/civil.ts';
import type { Random } from './random.ts';

export type Days = {
  today: CivilDate;
  /** No event of a story is later. */
  upTo: Temporal.Instant;
  ago(days: number): CivilDate;
  /** A random time of that day, including the evening. */
  anyTime(on: CivilDate): Temporal.Instant;
  /** A working time at least `minutes` after another, on the next working day if it would be after 18:00. */
  worked(after: Temporal.Instant, minutes: number): Temporal.Instant;
};

export function daysFrom(random: Random, today: CivilDate, now: Temporal.Instant): Days {
  const bounded = (moment: Temporal.Instant) => (Temporal.Instant.compare(moment, now) > 0 ? now : moment);
  const at = (on: CivilDate, minute: number) =>
    Temporal.PlainDate.from(on).toZonedDateTime(ZONE).add({ minutes: minute }).toInstant();
  return {
    today,
    upTo: now,
    ago: (days) => addDays(today, -days),
    anyTime: (on) => {
      const written = at(on, random.pick([7 * 60, 9 * 60, 12 * 60, 15 * 60, 20 * 60]) + random.whole(0, 179));
      if (on < today) return written;
      // Today's requests arrive before now, even if now is early in the morning.
      const elapsed = Math.max(1, Math.floor(at(on, 0).until(now).total('minutes')));
      return bounded(at(on, random.whole(0, elapsed - 1)));
    },
    worked: (after, minutes) => {
      const wanted = after.add({ minutes }).toZonedDateTimeISO(ZONE);
      let day: CivilDate = wanted.toPlainDate().toString();
      let minute = wanted.hour * 60 + wanted.minute;
      if (minute > 18 * 60) {
        day = addDays(day, 1);
        minute = 0;
      }
      if (!isWorkingDay(day, CALENDAR)) {
        day = nextWorkingDayOnOrAfter(day, CALENDAR);
        minute = 0;
      }
      const moment = minute < 9 * 60 ? at(day, 9 * 60 + random.whole(0, 50)) : at(day, minute);
      return bounded(moment);
    },
  };
}

/** Ages in days at which the last working day is today; on a non-working day, at which it is just past. */
export function agesDueNow(today: CivilDate): readonly number[] {
  return AGES.filter((age) => {
    const actBy = actByAt(today, age);
    return isWorkingDay(today, CALENDAR) ? actBy === today : actBy <= today;
  });
}

/** Ages in days at which the last working day is one to three days ahead; before long holidays there may be none. */
export function agesUrgent(today: CivilDate): readonly number[] {
  const urgent = AGES.filter((age) => {
    const left = daysBetween(today, actByAt(today, age));
    return left >= 1 && left <= 3;
  });
  return urgent.length > 0 ? urgent : [26];
}

const AGES = Array.from({ length: 31 }, (_, age) => age);

function actByAt(today: CivilDate, age: number): CivilDate {
  return lastWorkingDayOnOrBefore(addDays(today, PROMISE.calendarDays - age), CALENDAR);
}
