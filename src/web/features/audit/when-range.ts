/** When: presets that move with the day, the days a filter means, and the days the picture over the list shows. */
import { addDays, type CivilDate, daysBetween, earliest, weekdayOf } from '#domain/time/civil.ts';

export const PRESETS = ['today', 'yesterday', 'last_week', 'week', 'month', 'this_month'] as const;
type Preset = (typeof PRESETS)[number];

/** Days both included; an open end runs on. */
export type DayRange = { from?: CivilDate | undefined; to?: CivilDate | undefined };
export type WhenQuery = DayRange & {
  when?: Preset | undefined;
  /** Days picked in the picture: they narrow the list and leave the picture as it is. */
  on?: { from: CivilDate; to: CivilDate } | undefined;
};

const PRESET_RANGES: Readonly<Record<Preset, (today: CivilDate) => DayRange>> = {
  today: (today) => ({ from: today }),
  yesterday: (today) => ({ from: addDays(today, -1), to: addDays(today, -1) }),
  last_week: (today) => {
    const monday = addDays(today, 1 - weekdayOf(today));
    return { from: addDays(monday, -7), to: addDays(monday, -1) };
  },
  week: (today) => ({ from: addDays(today, -6) }),
  month: (today) => ({ from: addDays(today, -29) }),
  this_month: (today) => ({ from: `${today.slice(0, 8)}01` }),
};

/** The days the list is asked for. */
export function listDays(query: WhenQuery, today: CivilDate): DayRange {
  return query.on ?? chosenDays(query, today);
}

function chosenDays({ when, from, to }: WhenQuery, today: CivilDate): DayRange {
  return when ? PRESET_RANGES[when](today) : { from, to };
}

const USUAL_DAYS = 30;

/** The days of the picture: those of the filter without what was picked in it, and never fewer than thirty. */
export function pictureDays(query: WhenQuery, today: CivilDate): { from: CivilDate; to: CivilDate } {
  const { from, to } = chosenDays(query, today);
  const last = earliest(to ?? today, today);
  const length = from === undefined ? USUAL_DAYS : daysBetween(from, last) + 1;
  if (from !== undefined && length >= USUAL_DAYS) return { from, to: last };
  // A few days say little by themselves: they stand among the days around them.
  const after = Math.min(daysBetween(last, today), Math.floor((USUAL_DAYS - length) / 2));
  const end = addDays(last, Math.max(after, 0));
  return { from: addDays(end, 1 - USUAL_DAYS), to: end };
}
